import type { Sql } from '#kit/transaction.ts'
import { choicesOf } from './choices.ts'
import type { Choice } from './kinds.ts'
import type { Notice, ToldNotice } from './notice.ts'
import { noticeMail } from './noticeMail.ts'
import { postMail } from './postMail.ts'
import type { SiteNames } from './siteNames.ts'

/** What telling needs besides the notice. */
export type Telling = {
  sql: Sql
  now: Date
  /** Origin of the admin, for links in mails. */
  publicUrl: string
  siteNames: SiteNames
}

/** Somebody who is told: an active account. */
type Reader = { person: number; email: string | null; language: 'vi' | 'en' }

/**
 * Tells people something, each as he chose, in the caller's transaction. Whoever was told before under the same key is not
 * told again, whichever worker asks.
 *
 * @returns how many are told now
 */
export const tell = async (
  telling: Telling,
  notice: Notice,
  people: readonly number[],
): Promise<number> => {
  const { sql } = telling
  const { rows } = await sql.query<Reader>(
    `select person, email, case when language = 'en' then 'en' else 'vi' end as language
     from editorial.accounts where is_active and person = any($1::int[]) order by person`,
    [`{${[...new Set(people)].join(',')}}`],
  )
  let told = 0
  for (const reader of rows) {
    const choice = await choicesOf(sql, reader.person, notice.kind)
    const mail = notice.isUrgent && choice.mail === 'digest' ? 'now' : choice.mail
    if (mail === 'none' && choice.inApp === 'none') continue
    const id = await write(telling, notice, reader.person, { ...choice, mail })
    if (id === null) continue
    told += 1
    if (mail === 'now' && reader.email)
      await postMail(sql, {
        ...noticeMail({ ...asTold(notice, id, telling.now) }, { ...telling, ...reader }),
        key: `board:${notice.key}:${reader.person}`,
        to: [reader.email],
      })
  }
  return told
}

const asTold = (notice: Notice, id: number, now: Date): ToldNotice => ({
  ...notice,
  id,
  at: now.toISOString(),
  readAt: null,
  settledAt: null,
})

const write = async (
  { sql, now }: Telling,
  notice: Notice,
  person: number,
  choice: Choice,
): Promise<number | null> => {
  const { rows } = await sql.query<{ id: string }>(
    `insert into editorial.notices (key, person, kind, board, log, collection, doc_id, submission_id, round, step, title, detail, at,
       is_shown, mail)
     values ($1, $2::int, $3, $4, $5, $6, $7::int, $8::uuid, $9::int, $10::int, $11, $12::jsonb, $13::timestamptz, $14::boolean, $15)
     on conflict (key, person) do nothing returning id`,
    [
      notice.key,
      person,
      notice.kind,
      notice.board,
      notice.log,
      notice.collection,
      notice.docId,
      notice.submissionId,
      notice.round,
      notice.step,
      notice.title,
      JSON.stringify(notice.detail),
      now.toISOString(),
      choice.inApp === 'now',
      choice.mail,
    ],
  )
  return rows[0] ? Number(rows[0].id) : null
}
