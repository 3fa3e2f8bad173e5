import { capTime } from './capTime.ts'
import type { CapAlert, CapArea, CapInfo, CapPair } from './capAlert.ts'
import type { Snapshot } from '../snapshot.ts'

/** A message of a chain; `releasedAs` is the kind its board released it as, where that is known. */
export type CapMessage = { id: string; kind: string; issuedAt: string; releasedAs?: string | null }

/** A commune or the city, by its official code. */
export type CapUnit = { code: string; name: string; polygon?: string[]; circle?: string[] }

/** What CAP says of urgency and so on is no field of a bulletin: it follows from its priority. */
const gravity: Record<Snapshot['priority'], Pick<CapInfo, 'urgency' | 'severity' | 'certainty'>> = {
  emergency: { urgency: 'Immediate', severity: 'Severe', certainty: 'Likely' },
  priority: { urgency: 'Expected', severity: 'Moderate', certainty: 'Likely' },
  normal: { urgency: 'Expected', severity: 'Minor', certainty: 'Likely' },
}

/** The name of the code list of administrative units (danh mục đơn vị hành chính). */
const GEOCODE = 'VN-DVHC'

/**
 * A dispatch as a CAP 1.2 alert.
 *
 * @param options.sender unique in the world, e.g. `coloa@hanoi.gov.vn`
 * @param options.releasedAs the kind the board released it as: a new version is an `update`, whatever it became
 * @param options.isAddition it speaks only to the devices it names, of all for whom the release was meant
 * @param options.earlier every earlier message of the same chain: an update or cancellation refers to them
 * @param options.categoryOf CAP's category of a topic
 * @throws Error when a cancellation has nothing to cancel
 */
export const capOfDispatch = (options: {
  id: string
  snapshot: Snapshot
  sender: string
  web?: string
  releasedAs?: string | null
  isAddition?: boolean
  earlier: readonly CapMessage[]
  units: readonly CapUnit[]
  categoryOf?: (topic: string | null) => string
}): CapAlert => {
  const { id, snapshot, sender, earlier } = options
  const { areas, groups, devices } = snapshot.audience
  // What a board released is public, whatever it is sent to.
  const isPrivate =
    (snapshot.kind === 'test' || options.isAddition === true) && areas.length + groups.length === 0
  if (snapshot.kind === 'cancel' && earlier.length === 0)
    throw new Error('a cancellation of nothing')
  return {
    identifier: id,
    sender,
    sent: capTime(snapshot.issuedAt),
    status: statusOf([...earlier, { kind: snapshot.kind, releasedAs: options.releasedAs }]),
    msgType: typeOf(snapshot, earlier),
    scope: isPrivate ? 'Private' : 'Public',
    ...(isPrivate ? { addresses: devices.join(' ') } : {}),
    ...(earlier.length > 0
      ? { references: earlier.map((one) => `${sender},${one.id},${capTime(one.issuedAt)}`) }
      : {}),
    info: [infoOf(options)],
  }
}

/** The newest word on it: an exercise that becomes an alert is one; what says neither goes on as what it was, and ends as that. */
const statusOf = (
  messages: readonly Pick<CapMessage, 'kind' | 'releasedAs'>[],
): 'Actual' | 'Exercise' | 'Test' => {
  const words = messages.map(({ kind, releasedAs }) =>
    kind === 'update' ? (releasedAs ?? kind) : kind,
  )
  const word = words.findLast((one) => one in statuses)
  return word === undefined ? 'Actual' : (statuses[word] ?? 'Actual')
}

const statuses: Readonly<Record<string, 'Actual' | 'Exercise' | 'Test'>> = {
  alert: 'Actual',
  exercise: 'Exercise',
  test: 'Test',
}

const typeOf = (snapshot: Snapshot, earlier: readonly CapMessage[]): CapAlert['msgType'] => {
  if (snapshot.kind === 'cancel') return 'Cancel'
  return earlier.length > 0 ? 'Update' : 'Alert'
}

const infoOf = (options: Parameters<typeof capOfDispatch>[0]): CapInfo => {
  const { snapshot } = options
  const isCancel = snapshot.kind === 'cancel'
  const effective = Date.parse(snapshot.effectiveAt) > Date.parse(snapshot.issuedAt)
  return {
    language: snapshot.language === 'vi' ? 'vi-VN' : snapshot.language,
    category: [(options.categoryOf ?? (() => 'Other'))(snapshot.topic)],
    event: snapshot.title,
    ...(isCancel ? { responseType: ['AllClear'] } : {}),
    ...gravity[snapshot.priority],
    ...(isCancel ? { urgency: 'Past' } : {}),
    ...(effective ? { effective: capTime(snapshot.effectiveAt) } : {}),
    ...(snapshot.expiresAt ? { expires: capTime(snapshot.expiresAt) } : {}),
    senderName: snapshot.issuer,
    headline: snapshot.title,
    description: snapshot.text,
    ...(options.web ? { web: options.web } : {}),
    parameter: parametersOf(snapshot),
    resource: snapshot.media.map((file) => ({
      resourceDesc: file.role,
      mimeType: file.mimeType,
      size: file.bytes,
      uri: file.url,
    })),
    area: areasOf(options.units, snapshot),
  }
}

const parametersOf = (snapshot: Snapshot): CapPair[] => [
  { valueName: 'coloa-priority', value: snapshot.priority },
  ...(snapshot.spokenText && snapshot.spokenText !== snapshot.text
    ? [{ valueName: 'coloa-spoken-text', value: snapshot.spokenText }]
    : []),
  ...snapshot.media.map((file) => ({
    valueName: 'coloa-sha256',
    value: `${file.sha256} ${file.url}`,
  })),
]

const areasOf = (units: readonly CapUnit[], snapshot: Snapshot): CapArea[] => [
  ...units.map(({ code, name, polygon, circle }) => ({
    areaDesc: name,
    ...(polygon ? { polygon } : {}),
    ...(circle ? { circle } : {}),
    geocode: [{ valueName: GEOCODE, value: code }],
  })),
  ...(snapshot.audience.groups.length > 0
    ? [
        {
          areaDesc: `Nhóm thiết bị ${snapshot.audience.groups.join(', ')}`,
          geocode: snapshot.audience.groups.map((value) => ({ valueName: 'coloa-group', value })),
        },
      ]
    : []),
]
