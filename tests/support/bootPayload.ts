import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { createTestDatabase } from './createTestDatabase.ts'

/** A running Payload with the whole real config on a database of its own. */
export type BootedPayload = {
  payload: Payload
  /** Runtime role, as the web processes connect. */
  appUrl: string
  /** Owner role, for looking and for attacks from below. */
  ownerUrl: string
  mediaDir: string
  stop: () => Promise<void>
}

/**
 * Boots the real config as the runtime role on a fresh copy of the migrated template. One boot per test file: the config
 * reads its environment when it is first imported.
 */
export const bootPayload = async (
  environment: Record<string, string> = {},
): Promise<BootedPayload> => {
  const database = await createTestDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-'))
  const mediaDir = path.join(folder, 'media')
  Object.assign(process.env, {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PAYLOAD_SECRET: 'a secret of the tests',
    MEDIA_DIR: mediaDir,
    COLOA_DATA_DIR: path.join(folder, 'data'),
    DEVICE_NETWORKS: '127.0.0.0/8',
    ...environment,
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('#payload-config')
  const payload = await getPayload({ config })
  return {
    payload,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    mediaDir,
    stop: async () => {
      await payload.destroy()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
