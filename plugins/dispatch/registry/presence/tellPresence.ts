import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { people, queueMail } from '../../registers.ts'
import type { RegistrySettings } from '../registryOptions.ts'
import { presenceMail } from './presenceMail.ts'
import { readNews } from './readNews.ts'

type Reader = { email: string; language: 'vi' | 'en' }

type Audience = {
  code: string
  name: string
  readers: Reader[]
  lastAt: Date | null
  upto: Date | null
}

/**
 * Writes to operations and to the people of the communes what was lost and found since they were last written to, once it
 * has been quiet long enough: one mail an audience however many devices.
 *
 * @param client in the transaction of the watch
 */
export const tellPresence = async (
  client: PoolClient,
  options: {
    settings: RegistrySettings
    now: Date
    publicUrl: string
    opsMail: string | undefined
  },
): Promise<void> => {
  const { now, settings } = options
  const ops = await opsAudience(client, options.opsMail)
  for (const audience of [ops, ...(await communeAudiences(client))]) {
    if (
      audience.lastAt &&
      now.getTime() - audience.lastAt.getTime() < settings.quietMinutes * 60_000
    )
      continue
    const unit = audience.code === OPS ? null : audience.code
    const after = audience.upto ?? new Date(now.getTime() - FIRST_LOOK_MS)
    const news = await readNews(client, { unit, after, upto: now })
    if (news.length === 0) continue
    const id = randomUUID()
    const place = unit ? { code: unit, name: audience.name } : null
    const mailKeys: string[] = []
    for (const language of ['vi', 'en'] as const) {
      const key = `presence:${audience.code}:${id}${language === 'en' ? ':en' : ''}`
      const to = audience.readers.filter((one) => one.language === language).map(emailOf)
      const { groupFrom } = settings
      const mail = presenceMail({ news, place, groupFrom, publicUrl: options.publicUrl, language })
      if (await queueMail(client, { key, to, ...mail })) mailKeys.push(key)
    }
    const lost = news.filter((one) => !one.isUp).length
    await client.query(
      `insert into dispatch.tellings (id, audience, at, upto, mail_key, lost, found) values ($1, $2, $3, $3, $4, $5, $6)`,
      [id, audience.code, now.toISOString(), mailKeys[0] ?? null, lost, news.length - lost],
    )
  }
}

const emailOf = ({ email }: Reader): string => email

const OPS = 'ops'
/** Who was never written to is not told of old history. */
const FIRST_LOOK_MS = 3_600_000

const LAST = `select distinct on (audience) audience, at, upto from dispatch.tellings order by audience, at desc`

const opsAudience = async (client: PoolClient, opsMail: string | undefined): Promise<Audience> => {
  const readers = await operators(client, opsMail)
  const { rows } = await client.query<{ at: Date; upto: Date }>(
    `select at, upto from (${LAST}) t where audience = $1`,
    [OPS],
  )
  return { code: OPS, name: '', readers, lastAt: rows[0]?.at ?? null, upto: rows[0]?.upto ?? null }
}

/** What a person reads; a register of people may have no such column. */
const LANGUAGE = `case when to_jsonb(p) ->> 'language' = 'en' then 'en' else 'vi' end`

/** Every active operator, and OPS_MAIL. */
const operators = async (client: PoolClient, opsMail: string | undefined): Promise<Reader[]> => {
  const { rows } = await client.query<Reader>(
    `select lower(p.email) as email, ${LANGUAGE} as language from ${people()} p
     where p.is_active and p.email is not null and 'operator' = any(p.duties) order by p.id`,
  )
  const ops = opsMail?.toLowerCase()
  const others = rows.filter((one) => one.email !== ops)
  return ops ? [{ email: ops, language: 'vi' }, ...others] : others
}

/** Communes of which something is new. */
const communeAudiences = async (client: PoolClient): Promise<Audience[]> => {
  const { rows } = await client.query<Audience>(
    `with last as (${LAST})
     select u.code, coalesce(l.name, u.code) as name, t.at as "lastAt", t.upto,
       coalesce((select jsonb_agg(jsonb_build_object('email', lower(p.email), 'language', ${LANGUAGE}) order by lower(p.email))
         from ${people()} p
         where p.unit_id = u.id and p.is_active and p.email is not null and 'communeOperator' = any(p.duties)), '[]') as readers
     from public.units u
     left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
     left join last t on t.audience = u.code
     where exists (select from public.devices d join dispatch.presence p on p.device_id = d.id
                   where d.unit_id = u.id and p.at > coalesce(t.upto, '-infinity'))
     order by u.code`,
  )
  return rows
}
