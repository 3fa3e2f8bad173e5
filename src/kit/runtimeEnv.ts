import path from 'node:path'

/** Every setting the processes read from their environment, parsed once. */
export type RuntimeEnv = {
  databaseUrl: string
  databaseOwnerUrl: string
  port: number
  role: 'web' | 'worker' | 'all'
  payloadSecret: string
  publicUrl: string
  mediaDir: string
  dataDir: string
  signingKeyFile: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  opsMail: string | undefined
  mqttUrl: string | undefined
  slaWebhookUrl: string | undefined
  slaWebhookSecret: string | undefined
  heartbeatUrl: string | undefined
  /** Networks (CIDR) that are not public and may be called all the same by webhooks of sites. */
  webhookPrivateNetworks: readonly string[]
  /** Networks (CIDR) that are not public and in which devices live. */
  deviceNetworks: readonly string[]
  profile: 'hanoi' | 'haiphong'
  /** Whether the portal shows how sites kept their update windows. */
  isRecordPublic: boolean
  /** Address of the licence under which released items may be used elsewhere. */
  contentLicense: string | undefined
  trustProxy: string | undefined
  logLevel: string
  isProduction: boolean
}

/**
 * Reads the settings; unset ones take the defaults of the README's configuration table.
 *
 * @throws when a value is not of its kind, in one sentence that names the variable
 */
export const readRuntimeEnv = (source: NodeJS.ProcessEnv): RuntimeEnv => {
  const port = wholeNumber(source, 'PORT', 3000)
  const databaseUrl = source.DATABASE_URL ?? ''
  return {
    databaseUrl,
    databaseOwnerUrl: source.DATABASE_OWNER_URL ?? databaseUrl,
    port,
    role: oneOf(source, 'ROLE', ['all', 'web', 'worker']),
    payloadSecret: source.PAYLOAD_SECRET ?? '',
    publicUrl: (source.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    mediaDir: path.resolve(source.MEDIA_DIR ?? 'media'),
    dataDir: path.resolve(source.COLOA_DATA_DIR ?? '.coloa'),
    signingKeyFile: source.SIGNING_KEY_FILE || undefined,
    smtpUrl: source.SMTP_URL || undefined,
    mailFrom: source.MAIL_FROM ?? 'Cổ Loa <no-reply@localhost>',
    opsMail: source.OPS_MAIL || undefined,
    mqttUrl: source.MQTT_URL || undefined,
    slaWebhookUrl: source.SLA_WEBHOOK_URL || undefined,
    slaWebhookSecret: source.SLA_WEBHOOK_SECRET || undefined,
    heartbeatUrl: source.HEARTBEAT_URL || undefined,
    webhookPrivateNetworks: words(source.WEBHOOK_PRIVATE_NETWORKS),
    deviceNetworks: words(source.DEVICE_NETWORKS),
    profile: oneOf(source, 'COLOA_PROFILE', ['hanoi', 'haiphong']),
    isRecordPublic: oneOf(source, 'TRANSPARENCY_PAGE', ['on', 'off']) === 'on',
    contentLicense: source.CONTENT_LICENSE || undefined,
    trustProxy: source.TRUST_PROXY || undefined,
    logLevel: source.LOG_LEVEL ?? 'info',
    isProduction: source.NODE_ENV === 'production',
  }
}

const words = (text = ''): string[] => text.split(/[\s,]+/).filter(Boolean)

const wholeNumber = (source: NodeJS.ProcessEnv, name: string, otherwise: number): number => {
  const text = source[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`${name} must be a whole number, not "${text}"`)
  return value
}

const oneOf = <T extends string>(
  source: NodeJS.ProcessEnv,
  name: string,
  allowed: readonly [T, ...T[]],
): T => {
  const text = source[name]
  if (text === undefined || text === '') return allowed[0]
  const found = allowed.find((one) => one === text)
  if (!found) throw new Error(`${name} must be one of ${allowed.join(', ')}, not "${text}"`)
  return found
}
