import { inTransaction } from '#kit/inTransaction.ts'
import { issueDispatch } from '../../issueDispatch.ts'
import type { MediaFile, Priority } from '../../types.ts'
import type { TestStep } from './steps.ts'
import type { Trial } from './trial.ts'

/** A test message as it was frozen. */
export type TestOrder = {
  id: string
  number: number
  snapshot: string
  deliveryId: string
  expiresAt: Date
}

/** The text a test message says. */
export const TEST_TEXT = 'Đây là tin kiểm thử kết nối.'

/**
 * Gives the device a test message.
 *
 * @param options.isHeld it is frozen but not sent: the test hands over itself what it makes of it
 * @param options.seconds how long it sounds
 */
export const giveOrder = async (
  trial: Trial,
  options: {
    step: TestStep
    n?: number
    chain?: string
    priority?: Priority
    seconds?: number
    media?: MediaFile[]
    delayMs?: number
    lifeMs?: number
    isHeld?: boolean
    /** The device must not get it, also when it asks for it. */
    isWithheld?: boolean
  },
): Promise<TestOrder> => {
  const { step, n = 1 } = options
  const now = trial.now()
  const chain = options.chain ?? `test/${trial.testId}/${step}`
  const expiresAt = new Date(now.getTime() + (options.lifeMs ?? 5 * 60_000))
  return inTransaction(trial.pool, async (client) => {
    const id = await issueDispatch(client, {
      chain,
      cause: `test/${trial.testId}/${step}/${n}`,
      kind: 'test',
      priority: options.priority ?? 'normal',
      release: null,
      content: {
        title: 'Kiểm thử kết nối',
        text: repeated(options.seconds ?? 1),
        spokenText: repeated(options.seconds ?? 1),
        language: 'vi',
        topic: null,
        media: options.media ?? [],
      },
      issuer: 'Kiểm thử kết nối',
      issuedAt: now.toISOString(),
      effectiveAt: new Date(now.getTime() + (options.delayMs ?? 0)).toISOString(),
      expiresAt: expiresAt.toISOString(),
      audience: { areas: [], groups: [], devices: [trial.device.code] },
    })
    if (options.isHeld || options.isWithheld) {
      await client.query(
        `update dispatch.deliveries set state = $2, accepted_at = clock_timestamp(), changed_at = clock_timestamp() where dispatch_id = $1`,
        [id, options.isWithheld ? 'cancelled' : 'accepted'],
      )
    }
    const { rows } = await client.query<Omit<TestOrder, 'expiresAt'>>(
      `select d.id, d.number::int, d.snapshot, l.id as "deliveryId"
       from dispatch.dispatches d join dispatch.deliveries l on l.dispatch_id = d.id where d.id = $1`,
      [id],
    )
    if (!rows[0]) throw new Error('dispatch: a test message has no delivery')
    return { ...rows[0], expiresAt }
  })
}

/** Syllables that are spoken in a second. */
const SYLLABLES = 200 / 60

const repeated = (seconds: number): string => {
  const words = TEST_TEXT.split(' ')
  const count = Math.max(words.length, Math.ceil(seconds * SYLLABLES))
  return Array.from({ length: count }, (_, index) => words[index % words.length]).join(' ')
}
