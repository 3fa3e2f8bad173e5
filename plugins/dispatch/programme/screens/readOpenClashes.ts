import type { ClientBase } from 'pg'
import { decideClash, decisions } from '#domain/dispatch/programme/decideClash.ts'
import type { Decision } from '#domain/dispatch/programme/decideClash.ts'
import type { Decider } from '#domain/dispatch/programme/programmeRules.ts'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import { readAiring, readAirings } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { readClashes } from '../clashes/clash.ts'
import { theProgramme } from '../options.ts'
import { readProgramme } from '../readProgramme.ts'

/** What a decision does to one airing; without `at` it is not aired. */
export type Effect = { title: string; from: string; at: string | null }

/** An open clash as screens show it. Times are ISO 8601. */
export type OpenClash = {
  id: string
  decider: Decider
  clause: string
  decideBy: string
  medium: 'radio' | 'board'
  ours: ClashSide
  theirs: ClashSide
  fallback: Decision
  choices: { decision: Decision; effects: Effect[] }[]
}

/** One of the two. */
export type ClashSide = { airingId: string; title: string; at: string; seconds: number }

/** The open clashes of a commune, the most pressing first, with what each decision would do. */
export const readOpenClashes = async (
  client: Pick<ClientBase, 'query'>,
  unitCode: string,
  now: Date,
): Promise<OpenClash[]> => {
  const open = await readClashes(client, 'c.unit_code = $1 and c.decided_at is null', [unitCode])
  const fallback = ruleAt(theProgramme().rules.collisionDefault, now)?.decision ?? 'ours_first'
  const shown: OpenClash[] = []
  for (const clash of open) {
    const ours = await readAiring(client, clash.ours)
    const theirs = await readAiring(client, clash.theirs)
    if (!ours || !theirs) continue
    shown.push({
      id: clash.id,
      decider: clash.decider,
      clause: clash.clause,
      decideBy: clash.decideBy.toISOString(),
      medium: theirs.medium,
      ours: sideOf(ours),
      theirs: sideOf(theirs),
      fallback,
      choices: await choicesOf(client, { ours, theirs }, now),
    })
  }
  return shown
}

const sideOf = ({ id, title, startsAt, seconds }: Airing): ClashSide => ({
  airingId: id,
  title,
  at: startsAt.toISOString(),
  seconds,
})

const choicesOf = async (
  client: Pick<ClientBase, 'query'>,
  { ours, theirs }: { ours: Airing; theirs: Airing },
  now: Date,
): Promise<OpenClash['choices']> => {
  const programme = await readProgramme(client, { ...theirs, now })
  const known = await readAirings(client, 'a.id = any($1::uuid[])', [
    programme.items.map((one) => one.id),
  ])
  return decisions.map((decision) => {
    const changes = decideClash(programme, { ours: ours.id, theirs: theirs.id, decision })
    const touched = [ours, theirs, ...known].filter(
      (one, index, all) =>
        all.findIndex(({ id }) => id === one.id) === index &&
        (index < 2 || changes.some(({ id }) => id === one.id)),
    )
    return {
      decision,
      effects: touched
        .map((one): Effect => {
          const change = changes.find(({ id }) => id === one.id)
          const at = change?.what === 'move' ? new Date(change.startsAt) : one.startsAt
          return {
            title: one.title,
            from: one.startsAt.toISOString(),
            at: change?.what === 'drop' ? null : at.toISOString(),
          }
        })
        .toSorted((a, b) => (a.at ?? '~').localeCompare(b.at ?? '~')),
    }
  })
}
