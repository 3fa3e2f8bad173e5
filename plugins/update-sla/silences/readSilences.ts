import type { Pool } from 'pg'

/** A silence as the screen lists it. */
export type SilenceRow = {
  id: string
  owner: string | null
  ownerName: string | null
  obligation: string | null
  obligationLabel: string | null
  from: Date
  until: Date
  reason: string
  by: string | null
  endedAt: Date | null
  /** Alerts it has kept from being told so far. */
  muted: number
}

/** Silences that are to come, in force, or ended within the last month; latest first. */
export const readSilences = async (
  pool: Pool,
  { language, now }: { language: 'vi' | 'en'; now: Date },
): Promise<SilenceRow[]> => {
  const { rows } = await pool.query<SilenceRow>(
    `select s.id::text, s.owner, case when $1 = 'en' then coalesce(o.name_en, o.name_vi) else o.name_vi end as "ownerName",
       s.obligation, b.label as "obligationLabel", s.from_at as "from", s.until_at as until, s.reason, u.name as by,
       s.ended_at as "endedAt",
       (select count(*)::int from sla.alerts a where a.fires_at >= s.from_at and a.fires_at < s.until_at
         and a.muted_by = 'silence:' || s.id) as muted
     from sla.silences s left join sla.owners o on o.owner = s.owner left join sla.people u on u.person = s.by
       left join lateral (select v.definition -> 'label' ->> $1 as label from sla.obligations v where v.code = s.obligation
         order by v.version desc limit 1) b on true
     where coalesce(s.ended_at, s.until_at) > $2::timestamptz - interval '31 days' order by s.id desc limit 200`,
    [language, now],
  )
  return rows
}
