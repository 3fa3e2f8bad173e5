import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBoards } from './openBoards.ts'
import type { Answer, Person } from './openBoards.ts'

const ROUNDS = 40

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let heads: [Person, Person]
const names = new Map<number, string>()

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  heads = [await boards.person({ role: 'head' }), await boards.person({ role: 'head' })]
  const { docs } = await boards.payload.find({
    collection: 'users',
    overrideAccess: true,
    pagination: false,
    depth: 0,
  })
  for (const one of docs) names.set(one.id, one.fullName)
})
afterAll(() => boards.stop())

type Act = {
  who: () => Person
  verb: 'approve' | 'return' | 'refuse' | 'recall'
  state: string
  words: string
}

const approve = (which: 0 | 1): Act => ({
  who: () => heads[which],
  verb: 'approve',
  state: 'approved',
  words: 'duyệt và công khai',
})
const refuse: Act = { who: () => heads[1], verb: 'refuse', state: 'refused', words: 'từ chối đăng' }
const giveBack: Act = { who: () => heads[1], verb: 'return', state: 'returned', words: 'trả lại' }
const recall: Act = { who: () => writer, verb: 'recall', state: 'recalled', words: 'rút về' }

const bodies = {
  approve: {},
  recall: {},
  return: { explanation: 'Thiếu nguồn.' },
  refuse: { ground: 'againstLaw', explanation: 'Trái quy định.' },
}

/** What the one that came second is told: who did what, and when. */
const expectKind = (told: Answer, winner: Act) => {
  expect([told.status, told.code]).toEqual([409, 'not_waiting'])
  const [error] = told.body.errors as { message: string; details: Record<string, unknown> }[]
  const name = names.get(winner.who().id) ?? ''
  expect(error?.details).toMatchObject({ state: winner.state, by: name })
  expect(Date.now() - Date.parse(String(error?.details.at))).toBeLessThan(10_000)
  expect(error?.message).toContain(winner.words)
  expect(error?.message).toContain(name)
}

const countOf = async (table: string, submission: string) => {
  const { rows } = await boards.owner.query<{ n: number }>(
    `select count(*)::int as n from ${table} where submission_id = $1`,
    [submission],
  )
  return rows[0]?.n
}

const pairs: [string, Act, Act][] = [
  ['approval and approval', approve(0), approve(1)],
  ['approval and return', approve(0), giveBack],
  ['approval and refusal', approve(0), refuse],
  ['approval and recall', approve(0), recall],
]

test.each(pairs)(
  'forty times %s in the same moment: one counts, the other is told who decided what, and when',
  async (name, first, second) => {
    const wins = { [first.verb]: 0, [second.verb]: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await boards.draft(writer, `${name} ${round}`)
      const submission = await boards.submit(writer, id)
      // Whoever is asked first must not always be the same.
      const acts = round % 2 === 0 ? [first, second] : [second, first]
      const answers = await Promise.all(
        acts.map((act) => boards.act(act.who(), submission, act.verb, bodies[act.verb])),
      )
      const won = answers.findIndex((one) => one.status === 200)
      const winner = acts[won]
      const told = answers[1 - won]
      if (!winner || !told) throw new Error(JSON.stringify(answers.map((one) => one.body)))
      wins[winner.verb] = (wins[winner.verb] ?? 0) + 1
      expectKind(told, winner)
      const isApproved = winner.verb === 'approve'
      expect(await boards.stateOf(submission)).toBe(winner.state)
      expect(await boards.shown(id)).toBe(isApproved ? `${name} ${round}` : null)
      expect(await countOf('release.decisions', submission)).toBe(isApproved ? 1 : 0)
      expect(await countOf('editorial.ballots', submission)).toBe(winner.verb === 'recall' ? 0 : 1)
    }
    process.stdout.write(`${name}: ${JSON.stringify(wins)}\n`)
    expect(Object.values(wins).reduce((sum, one) => sum + one, 0)).toBe(ROUNDS)
  },
  180_000,
)
