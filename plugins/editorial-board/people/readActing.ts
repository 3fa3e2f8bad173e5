import { actingSpans } from '#domain/board/actingSpans.ts'
import type { ActingMandate, ActingSpan, Signer } from '#domain/board/actingSpans.ts'
import type { Sql } from '#kit/transaction.ts'
import type { BoardRole } from './standing.ts'

/** How far the calendar looks ahead: six weeks. */
export const CALENDAR_DAYS = 42

type Term = Signer & { role: BoardRole; isActive: boolean }

/**
 * Who may sign for a board from today for six weeks, by what is entered now.
 *
 * @param of.alone roles whom the board's flows let approve every content type without the head
 */
export const readActing = async (
  sql: Sql,
  of: { board: string; today: string; alone: readonly BoardRole[] },
): Promise<ActingSpan[]> => {
  const terms = await sql.query<Term>(
    `select a.person, coalesce(p.name, p.email, '') as name, a.role, a.starts_on::text as "startsOn",
       least(a.ends_on, e.ends_on)::text as "endsOn", coalesce(p.is_active, false) as "isActive"
     from editorial.appointments a
     left join editorial.appointment_ends e on e.appointment_id = a.id
     left join editorial.accounts p on p.person = a.person
     where a.board = $1 and a.starts_on <= $2::date + ${CALENDAR_DAYS}
       and coalesce(least(a.ends_on, e.ends_on) >= greatest($2::date, a.starts_on), true)
     order by a.starts_on, name`,
    [of.board, of.today],
  )
  const mandates = await sql.query<ActingMandate & { isActive: boolean }>(
    `select m.delegate as person, coalesce(p.name, p.email, '') as name, m.principal, m.starts_on::text as "startsOn",
       m.ends_on::text as "endsOn", m.document, m.collections is not null or m.categories is not null as "isScoped",
       coalesce(p.is_active, false) as "isActive"
     from editorial.mandates m left join editorial.mandate_ends e on e.mandate_id = m.id
     left join editorial.accounts p on p.person = m.delegate
     where m.board = $1 and e.mandate_id is null and m.ends_on >= $2::date and m.starts_on <= $2::date + ${CALENDAR_DAYS}
     order by m.starts_on, name`,
    [of.board, of.today],
  )
  const isOnBoard = (mandate: ActingMandate) =>
    terms.rows.some(
      (one) => one.person === mandate.person && ['deputy', 'member'].includes(one.role),
    )
  const heads = terms.rows.filter((one) => one.role === 'head')
  return actingSpans(
    {
      terms: heads,
      heads: heads.filter((one) => one.isActive),
      mandates: mandates.rows.filter((one) => one.isActive && isOnBoard(one)),
      others: terms.rows.filter(
        (one) => one.isActive && one.role !== 'head' && of.alone.includes(one.role),
      ),
    },
    of.today,
    CALENDAR_DAYS,
  )
}
