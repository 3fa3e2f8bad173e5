import type { Sql } from '#kit/transaction.ts'
import { choiceKindOf, choiceKinds, defaultChoice } from './kinds.ts'
import type { Choice, MailChoice, NoticeKind } from './kinds.ts'

type Row = { kind: NoticeKind; channel: 'mail' | 'inApp'; choice: MailChoice }

/** How a person is told of a kind: as she chose, or as whoever has chosen nothing. */
export const choicesOf = async (sql: Sql, person: number, kind: NoticeKind): Promise<Choice> => {
  const asked = choiceKindOf(kind)
  const all = await allChoicesOf(sql, person)
  return all.get(asked) ?? defaultChoice(asked)
}

/** All choices of a person, defaults where she made none. */
export const allChoicesOf = async (sql: Sql, person: number): Promise<Map<NoticeKind, Choice>> => {
  const { rows } = await sql.query<Row>(
    'select kind, channel, choice from editorial.notice_choices where person = $1::int',
    [person],
  )
  const all = new Map(choiceKinds.map((kind) => [kind, defaultChoice(kind)]))
  for (const { kind, channel, choice } of rows) {
    const before = all.get(kind)
    if (!before) continue
    all.set(
      kind,
      channel === 'mail'
        ? { ...before, mail: choice }
        : { ...before, inApp: choice === 'none' ? 'none' : 'now' },
    )
  }
  return all
}

/** Keeps what a person chose; it counts from the next notice on. */
export const saveChoices = async (
  sql: Sql,
  person: number,
  choices: readonly (Choice & { kind: NoticeKind })[],
): Promise<void> => {
  for (const { kind, ...choice } of choices)
    for (const channel of ['mail', 'inApp'] as const)
      await sql.query(
        `insert into editorial.notice_choices (person, kind, channel, choice) values ($1::int, $2, $3, $4)
         on conflict (person, kind, channel) do update set choice = excluded.choice`,
        [person, kind, channel, choice[channel]],
      )
}
