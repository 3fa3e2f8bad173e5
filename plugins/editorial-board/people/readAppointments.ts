import type { Sql } from '#kit/transaction.ts'
import type { BoardRole } from './standing.ts'

/** An appointment as the register shows it. */
export type AppointmentLine = {
  id: string
  person: number
  name: string
  email: string
  /** The account may sign in. */
  isActive: boolean
  role: BoardRole
  categories: number[] | null
  startsOn: string
  endsOn: string | null
  document: string
  /** Null: founded by the owner of the installation. */
  enteredBy: string | null
  confirmedBy: string | null
  /** The document by which it was ended early. */
  endDocument: string | null
  when: 'now' | 'coming' | 'ended'
  /** The reader may end it. */
  mayEnd: boolean
}

const ENDED_SHOWN = 200

const find = `
  with today as (select editorial.day_of(clock_timestamp()) as day),
    lines as (
      select a.id, a.person, coalesce(p.name, p.email, '') as name, coalesce(p.email, '') as email,
        coalesce(p.is_active, false) as "isActive", a.role, a.categories, a.starts_on, least(a.ends_on, e.ends_on) as ends_on,
        a.document, case when a.entered_by is null then null else coalesce(b.name, '?') end as "enteredBy",
        c.name as "confirmedBy", e.document as "endDocument",
        case when least(a.ends_on, e.ends_on) < greatest(today.day, a.starts_on) then 'ended'
          when a.starts_on > today.day then 'coming' else 'now' end as "when",
        e.appointment_id is null and editorial.may_register(a.board, a.role, $2::int)
          and not editorial.is_same_person(a.person, $2::int) as may_end
      from today, editorial.appointments a
      left join editorial.appointment_ends e on e.appointment_id = a.id
      left join editorial.accounts p on p.person = a.person
      left join editorial.accounts b on b.person = a.entered_by
      left join editorial.accounts c on c.person = a.confirmed_by
      where a.board = $1)
  select id, person, name, email, "isActive", role, categories, starts_on::text as "startsOn", ends_on::text as "endsOn",
    document, "enteredBy", "confirmedBy", "endDocument", "when", may_end and "when" <> 'ended' as "mayEnd"
  from (select *, row_number() over (partition by "when" order by coalesce(ends_on, starts_on) desc) as n from lines) l
  where "when" <> 'ended' or n <= ${ENDED_SHOWN}
  order by array_position(array['head', 'deputy', 'member', 'editor', 'checker', 'collaborator'], role), starts_on, name`

/** Who is, will be and was on a board; of those who were, the latest two hundred. */
export const readAppointments = async (
  sql: Sql,
  of: { board: string; reader: number },
): Promise<AppointmentLine[]> =>
  (await sql.query<AppointmentLine>(find, [of.board, of.reader])).rows
