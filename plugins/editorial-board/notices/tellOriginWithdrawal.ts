import { contributorsEver } from '../people/contributors.ts'
import { headsOf } from './recipients.ts'
import { nameOfSite } from './siteNames.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'
import type { BoardEvent } from './tellEvent.ts'

type Withdrawn = { log: string; title: string; from: string }

/** Tells the head, and whoever wrote in the copy, that it was withdrawn with its origin, and why. */
export const tellOriginWithdrawal = async (telling: Telling, event: BoardEvent): Promise<void> => {
  const { sql } = telling
  const { rows } = await sql.query<Withdrawn>(
    `select d.log, d.origin_log as "from", coalesce((
       select editorial.value_in(r.body::jsonb, p.title) from release.releases r
       join release.projections p on p.collection = r.collection
       where r.collection = d.collection and r.doc_id = d.doc_id and r.body is not null
       order by r.released_at desc, r.seq desc limit 1), '') as title
     from release.decisions d where d.collection = $1 and d.doc_id = $2::int and d.capacity = 'origin'
       and d.decided_at <= $3::timestamptz order by d.decided_at desc limit 1`,
    [event.collection, event.docId, event.at],
  )
  const [item] = rows
  if (!item) return
  const people = [
    ...(await headsOf(sql, event.board, telling.now)),
    ...(await contributorsEver(sql, event)),
  ]
  await tell(
    telling,
    {
      key: `withdrawnWithOrigin:${event.id}`,
      kind: 'withdrawnWithOrigin',
      board: event.board,
      log: item.log,
      collection: event.collection,
      docId: event.docId,
      submissionId: null,
      round: null,
      step: null,
      title: item.title,
      detail: {
        from: nameOfSite(telling.siteNames, item.from),
        explanation: event.explanation,
      },
    },
    people,
  )
}
