import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { demandRole } from '../clocks/demandRole.ts'
import { slaError } from '../errors.ts'

/**
 * Takes an incident on as the signed-in person: its later rungs are not told, but for those that always are. Doing it twice
 * changes nothing.
 *
 * @throws incident_unknown, not_owner
 */
export const acknowledgeIncident = ({
  req,
  incident,
  now,
}: {
  req: PayloadRequest
  incident: string
  now: Date
}): Promise<{ incident: string }> =>
  withTransaction(req, async (sql) => {
    const { rows } = await sql.query<{ owner: string; thread: string }>(
      'select owner, thread from sla.alerts where incident = $1 limit 1',
      [incident],
    )
    const [known] = rows
    if (!known) throw slaError('incident_unknown')
    await demandRole(req, known.owner, 'acknowledge')
    await sql.query(
      `insert into sla.acknowledgements (thread, incident, person, at) select $1, $2, $3::int, $4::timestamptz
       where not exists (select from sla.acknowledgements k where k.thread = $1 and (k.incident is null or k.incident = $2))`,
      [known.thread, incident, req.user?.id, now.toISOString()],
    )
    return { incident }
  })
