import { timingSafeEqual, verify } from 'node:crypto'
import type { Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { publicKeyOf } from '#kit/signingKey.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import type { ReportEnvelope } from '../../reports/envelope.ts'
import { signedText } from '../../reports/verifyReport.ts'
import { addKey } from '../keys/deviceKeys.ts'
import { registryError } from '../registryErrors.ts'
import { hashOfCode } from './makeCode.ts'

/** So many wrong ones, and the code holds no more. */
const MOST_WRONG = 5
/** A key that the board had before holds on for so long. */
const OVERLAP_DAYS = 7

/**
 * Enters the key of a board that shows the code made for it. The board signs what it asks with that key, so that nobody enters
 * a key that is not his.
 *
 * @throws PortalError enrol_refused: no code that holds, another one, or not signed by the key; key_known
 */
export const enrolBoard = async (
  pool: Pool,
  asked: { envelope: ReportEnvelope; code: string; publicKey: string },
): Promise<void> => {
  const { envelope, code, publicKey } = asked
  if (!isSignedBy(envelope, publicKey)) throw registryError('enrol_refused')
  const isEntered = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; deviceId: number; by: number; hash: string }>(
      `select c.id, c.device_id as "deviceId", c.made_by as by, c.code_sha256 as hash
       from dispatch.enrolment_codes c join public.devices d on d.id = c.device_id
       where d.code = $1 and d.channel::text = 'player' and c.used_at is null and c.valid_until > clock_timestamp()
         and c.wrong_tries < $2
       order by c.made_at desc limit 1 for update of c`,
      [envelope.device, MOST_WRONG],
    )
    const [made] = rows
    if (!made) return false
    if (!timingSafeEqual(Buffer.from(made.hash), Buffer.from(hashOfCode(code)))) {
      await client.query(
        'update dispatch.enrolment_codes set wrong_tries = wrong_tries + 1 where id = $1',
        [made.id],
      )
      return false
    }
    await client.query(
      'update dispatch.enrolment_codes set used_at = clock_timestamp() where id = $1',
      [made.id],
    )
    const { deviceId, by } = made
    await addKey(sqlOn(client), { deviceId, publicKey, label: null, overlapDays: OVERLAP_DAYS, by })
    return true
  })
  if (!isEntered) throw registryError('enrol_refused')
}

const isSignedBy = (envelope: ReportEnvelope, publicKey: string): boolean => {
  try {
    const signature = Buffer.from(envelope.signature.replace(/^v1a,/, ''), 'base64')
    return verify(null, Buffer.from(signedText(envelope)), publicKeyOf(publicKey), signature)
  } catch {
    return false
  }
}
