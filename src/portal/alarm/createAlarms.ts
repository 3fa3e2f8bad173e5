import type { PublicReader, SequenceWatch } from '#plugins/release-log/read.ts'
import type { Locale } from '../site/portalSite.ts'
import type { Alarm } from '../page/Notices.tsx'

/** The emergency bulletins in force on a site, what was said last first. */
export type AlarmState = {
  /** Part of every cache key of the site: it changes when a bulletin begins or ends to be in force. */
  key: string
  alarms: readonly Alarm[]
}

/** Knows which emergency bulletins are in force. */
export type Alarms = {
  /** Without waiting, when it is certainly current. */
  peek(log: string, locale: Locale): AlarmState | undefined
  read(log: string, locale: Locale): Promise<AlarmState>
}

type Row = Alarm & { startsAt: string }
type Memory = { version: string; rows: Row[]; state: AlarmState; dueAt: number }

/** SQL: whether a release names the bulletin `i` as superseded, in any of its languages. */
const names = (release: string, also = '') =>
  `exists (select from json_each(${release}.body::json -> 'locales') l where l.value ->> 'supersedes' = i.doc_id::text ${also})`

/**
 * What was superseded is over, as it is on the devices, until it is released anew: it is not ended a second time by a correction
 * of what superseded it.
 */
const text = `select id, locale, title, text, "startsAt", "expiresAt" from (
    select distinct on (i.doc_id) i.doc_id as id, i.locale, i.title, coalesce(i.lead, '') as text,
      to_json(i.sort_at) #>> '{}' as "startsAt", i.body ->> 'expiresAt' as "expiresAt", greatest(i.sort_at, i.released_at) as said_at
    from release.current_items i
    where i.collection = 'bulletins' and i.log = $1 and i.kind_code = 'emergency' and i.locale in ($2, 'vi')
      and i.body ->> 'messageKind' in ('alert', 'update') and (i.body ->> 'expiresAt')::timestamptz > $3
      and not exists (select from release.releases b
        where b.log = i.log and b.collection = 'bulletins' and b.doc_id <> i.doc_id and b.seq > i.seq
          and ${names('b', `and l.value ->> 'priority' = 'emergency' and l.value ->> 'messageKind' in ('alert', 'update')`)}
          and not exists (select from release.releases c
            where c.log = b.log and c.collection = 'bulletins' and c.doc_id = b.doc_id and c.seq < i.seq and ${names('c')}))
    order by i.doc_id, i.locale = $2 desc) said
  order by said_at desc, id desc`

/**
 * Bulletins begin and end at their own times, which no release marks; so what is in force is kept with the time when it
 * changes next, and named in the key of every page that shows it.
 */
export const createAlarms = (options: {
  reader: PublicReader
  watch: SequenceWatch
  now: () => number
}): Alarms => {
  const { reader, watch, now } = options
  const memories = new Map<string, Memory>()

  const peek: Alarms['peek'] = (log, locale) => {
    const memory = memories.get(`${log}.${locale}`)
    const { key, isTrusted } = watch.version([log])
    if (!memory || !isTrusted || memory.version !== key || now() >= memory.dueAt) return undefined
    return memory.state
  }
  return {
    peek,
    read: async (log, locale) => {
      const known = peek(log, locale)
      if (known) return known
      const { key, isTrusted } = watch.version([log])
      const version = isTrusted ? key : await watch.refresh([log])
      const at = now()
      const { rows } = await reader.pool.query<Row>({
        name: 'portal_alarms',
        text,
        values: [log, locale, new Date(at).toISOString()],
      })
      const memory = remember({ version, rows, at })
      memories.set(`${log}.${locale}`, memory)
      return memory.state
    },
  }
}

const remember = (options: { version: string; rows: Row[]; at: number }): Memory => {
  const { rows, at } = options
  const inForce = rows.filter((row) => Date.parse(row.startsAt) <= at)
  const times = rows.flatMap((row) => [Date.parse(row.startsAt), Date.parse(row.expiresAt ?? '')])
  return {
    version: options.version,
    rows,
    state: { key: inForce.map((row) => row.id).join('.'), alarms: inForce },
    dueAt: Math.min(...times.filter((time) => time > at), Number.POSITIVE_INFINITY),
  }
}
