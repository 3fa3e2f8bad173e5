import type { ClientBase } from 'pg'
import type { Medium } from '#domain/dispatch/programme/plan.ts'

/** Where an airing stands. */
export type AiringState =
  'planned' | 'undecided' | 'sent' | 'aired' | 'missed' | 'interrupted' | 'dropped'

/** An item of a commune's programme, with the bulletin it airs. */
export type Airing = {
  id: string
  offerId: string
  unitCode: string
  medium: Medium
  priority: 'priority' | 'normal'
  startsAt: Date
  seconds: number
  state: AiringState
  version: number
  title: string
  docId: number
  log: string
  seq: number
  expiresAt: Date | null
}

const columns = `a.id, a.offer_id as "offerId", a.unit_code as "unitCode", a.medium, a.priority, a.starts_at as "startsAt",
  a.seconds, a.state, a.version, o.title, o.doc_id as "docId", o.log, o.seq::float8 as seq, o.expires_at as "expiresAt"`

/** Airings by a condition on `a` (the airing) and `o` (its offer), in order of time. */
export const readAirings = async (
  client: Pick<ClientBase, 'query'>,
  where: string,
  values: unknown[],
): Promise<Airing[]> => {
  const { rows } = await client.query<Airing>(
    `select ${columns} from dispatch.airings a join dispatch.offers o on o.id = a.offer_id where ${where}
     order by a.starts_at, a.id`,
    values,
  )
  return rows
}

/** One airing; undefined when there is none. */
export const readAiring = async (
  client: Pick<ClientBase, 'query'>,
  id: string,
): Promise<Airing | undefined> => (await readAirings(client, 'a.id = $1', [id]))[0]
