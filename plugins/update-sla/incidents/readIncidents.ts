import type { Pool } from 'pg'
import { MOST_INCIDENTS } from './acknowledgeIncidents.ts'
import { containing } from '#kit/containing.ts'

/** An incident as the screen lists it: where it stands, and what was done about it. */
export type IncidentRow = {
  incident: string
  thread: string
  owner: string
  ownerName: string
  label: string
  title: string | null
  dueAt: Date
  /** The last rung that was reached; `recovered` when it is over. */
  rung: string
  severity: 'notice' | 'warning' | 'breach'
  firesAt: Date
  /** People who were told. */
  told: number
  /** People who will be: with the next digest, or after quiet hours. */
  waiting: number
  acknowledgedAt: Date | null
  acknowledgedBy: string | null
  /** Nobody is told of the last rung: `silence:<id>` or `ack:<id>`. */
  mutedBy: string | null
  /** Those of the same obligation, item and due time have the same number. */
  group: number
  /** How many incidents that are. */
  groupSize: number
}

/** What the screen asks for. */
export type IncidentQuery = {
  language: 'vi' | 'en'
  since: Date
  /** Null: of everybody. */
  owners: readonly string[] | null
  /** Only what is neither over nor taken on. */
  isOpenOnly: boolean
  /** Words of what is owed, or of who owes it. */
  text?: string | undefined
  /** Of groups. */
  offset: number
  limit: number
}

/** Of a group, as many as can be taken on at once. */
const MOST_OF_GROUP = MOST_INCIDENTS

/** Incidents with a rung since a moment, the same thing owed by the same time together, what was told last first. */
export const readIncidents = async (
  pool: Pool,
  query: IncidentQuery,
): Promise<{ rows: IncidentRow[]; total: number; groups: number }> => {
  const { rows } = await pool.query<IncidentRow & { total: number; groups: number }>(
    `with last as (
       select distinct on (a.incident) a.* from sla.alerts a
       where a.fires_at >= $2 and ($3::text[] is null or a.owner = any($3)) order by a.incident, a.fires_at desc, a.id desc),
     seen as (
       select l.*, k.at as ack_at, k.by as ack_by from last l left join lateral (
         select k.at, coalesce(p.name, k.email) as by from sla.acknowledgements k left join sla.people p on p.person = k.person
         where k.thread = l.thread and (k.incident is null or k.incident = l.incident) order by k.id limit 1) k on true
       where not $4 or (l.rung <> 'recovered' and k.at is null)),
     named as (select s.*, c.title, b.definition -> 'label' ->> $1 as label,
         coalesce(case when $1 = 'en' then o.name_en end, o.name_vi, s.owner) as owner_name
       from seen s join sla.obligations b on b.code = s.obligation and b.version = s.version
         left join sla.owners o on o.owner = s.owner left join sla.clocks c on c.id = s.clock),
     wanted as (select n.*, coalesce(n.title, '') as item from named n
       where $7::text is null or release.fold(concat_ws(' ', n.title, n.label, n.owner_name)) like release.fold($7)),
     groups as (select w.obligation, w.due_at, w.item, count(*)::int as size, max(w.fires_at) as last_at, max(w.id) as last_id
       from wanted w group by w.obligation, w.due_at, w.item),
     numbered as (select g.*, row_number() over (order by g.last_at desc, g.last_id desc)::int as n,
         count(*) over ()::int as many, sum(g.size) over ()::int as total from groups g),
     page as (select w.*, g.n, g.size, g.many, g.total,
         row_number() over (partition by g.n order by w.owner_name, w.id) as place
       from numbered g join wanted w on w.obligation = g.obligation and w.due_at = g.due_at and w.item = g.item
       where g.n > $5 and g.n <= $5 + $6::int)
     select p.n as "group", p.size as "groupSize", p.many as groups, p.incident, p.thread, p.owner, p.rung, p.severity, p.total, p.due_at as "dueAt", p.fires_at as "firesAt",
       p.muted_by as "mutedBy", p.ack_at as "acknowledgedAt", p.ack_by as "acknowledgedBy", p.title, p.label,
       p.owner_name as "ownerName", t.told, t.waiting
     from page p left join lateral (select count(distinct t.email) filter (where t.mail is not null)::int as told,
         count(distinct t.email) filter (where t.mail is null)::int as waiting
         from sla.alerts a join sla.tellings t on t.alert = a.id where a.incident = p.incident) t on true
     where p.place <= $8
     order by p.n, p.place`,
    [
      query.language,
      query.since,
      query.owners,
      query.isOpenOnly,
      query.offset,
      query.limit,
      query.text ? containing(query.text) : null,
      MOST_OF_GROUP,
    ],
  )
  return { rows, total: rows[0]?.total ?? 0, groups: rows[0]?.groups ?? 0 }
}
