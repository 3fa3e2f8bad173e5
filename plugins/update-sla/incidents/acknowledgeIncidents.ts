import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { ownersFor } from '../clocks/ownersFor.ts'
import { slaError } from '../errors.ts'

/** Incidents at once: those of one obligation in a city with room to spare. */
export const MOST_INCIDENTS = 500

/** What became of incidents that were to be taken on together. */
export type TakenOn = {
  taken: number
  /** Somebody had taken them on before. */
  known: number
  /** The person may not take them on. */
  refused: number
}

/**
 * Takes on, as the signed-in person, those of several incidents that are the person's to take on; of the others it tells how
 * many there were. Doing it twice changes nothing.
 *
 * @throws not_owner (none of them is the person's), incident_unknown (one of them is none)
 */
export const acknowledgeIncidents = ({
  req,
  incidents,
  now,
}: {
  req: PayloadRequest
  incidents: readonly string[]
  now: Date
}): Promise<TakenOn> =>
  withTransaction(req, async (sql) => {
    const asked = [...new Set(incidents)]
    const { rows: found } = await sql.query<{ incident: string; owner: string }>(
      `select distinct on (a.incident) a.incident, a.owner
       from jsonb_array_elements_text($1::jsonb) i(incident) join sla.alerts a on a.incident = i.incident order by a.incident`,
      [JSON.stringify(asked)],
    )
    if (found.length < asked.length) throw slaError('incident_unknown')
    const own = await ownersFor(req, 'acknowledge')
    const mine = found.filter(({ owner }) => own.has(owner))
    if (mine.length === 0) throw slaError('not_owner')
    const { rowCount } = await sql.query(
      `insert into sla.acknowledgements (thread, incident, person, at)
       select i.thread, i.incident, $2::int, $3::timestamptz from (
         select distinct on (a.incident) a.incident, a.thread
         from jsonb_array_elements_text($1::jsonb) j(incident) join sla.alerts a on a.incident = j.incident order by a.incident) i
       where not exists (
         select from sla.acknowledgements k where k.thread = i.thread and (k.incident is null or k.incident = i.incident))`,
      [
        JSON.stringify(mine.map(({ incident }) => incident)),
        req.user?.id ?? null,
        now.toISOString(),
      ],
    )
    return { taken: rowCount, known: mine.length - rowCount, refused: found.length - mine.length }
  })
