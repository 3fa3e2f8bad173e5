import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Flow } from '#domain/board/flow.ts'
import { label } from '#kit/label.ts'
import { sqlOf } from '#kit/transaction.ts'
import { readChosen } from '#plugins/editorial-board/desk/readChosen.ts'
import { readDesk } from '#plugins/editorial-board/desk/readDesk.ts'
import { readRecord } from '#plugins/editorial-board/desk/readRecord.ts'
import { waitsFor } from '#plugins/editorial-board/desk/waitsFor.ts'
import { openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let helper: Person
let head: Person
let deputy: Person
let member: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  helper = await boards.person({ role: 'member' })
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
  member = await boards.person({ role: 'member' })
})
afterAll(() => boards.stop())

const requestOf = async ({ id }: Person) => {
  const user = await boards.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
  })
  return createLocalReq({ user: { ...user, collection: 'users' } }, boards.payload)
}
const mine = async (who: Person) =>
  (await readDesk(await requestOf(who), { isMine: true })).waiting.map((one) => one.submissionId)
const setFlow = (flow: Flow | null) =>
  boards.call('POST', '/editorial-board/flows', head, {
    log: boards.city.code,
    flow,
    document: '3/QC-BBT',
  })

const twoVotes: Flow = {
  code: 'twoVotes',
  name: label('Hai phiếu, có Trưởng Ban', 'Two votes, the head among them'),
  fourEyes: 'contributors',
  steps: [
    {
      key: 'approval',
      label: label('Ban Biên tập duyệt', 'Approval'),
      kind: 'approval',
      actors: ['head', 'deputy', 'member'],
      quorum: 2,
      headMust: true,
      limitHours: 8,
    },
  ],
}

test('who has voted waits for others; a vote decides only when it completes the step, with the head where he must', async () => {
  expect((await setFlow(twoVotes)).status).toBe(200)
  const id = await boards.draft(writer, 'Hai phiếu')
  await boards.call('PATCH', `/articles/${id}?draft=true`, helper, { lead: 'Sửa câu đầu.' })
  const submission = await boards.submit(writer, id)
  expect(await mine(member)).toContain(submission)
  expect(await mine(helper)).not.toContain(submission) // wrote in it
  expect((await boards.act(member, submission, 'approve')).body.outcome).toBe('waiting')
  expect(await mine(member)).not.toContain(submission)
  const standingOf = async (who: Person) =>
    (await readChosen(await requestOf(who), [submission]))[0]?.standing
  expect(await standingOf(member)).toMatchObject({ hasVoted: true, mayDecide: false })
  expect(await standingOf(helper)).toMatchObject({ isOwn: true, mayDecide: false })
  expect(await standingOf(deputy)).toMatchObject({ mayDecide: true, isDeciding: false })
  expect(await standingOf(head)).toMatchObject({ mayDecide: true, isDeciding: true })
  const { waiting } = await readDesk(await requestOf(head), { isMine: true })
  const told = await waitsFor(await sqlOf(await requestOf(head)), waiting)
  expect(told.get(submission)).toMatchObject({ step: 1, steps: 1, given: 1, quorum: 2 })
  expect(told.get(submission)?.people.map((one) => one.role)).not.toContain('collaborator')
  expect((await boards.act(head, submission, 'approve')).body.outcome).toBe('released')
})

test('by a flow that keeps only the submitter from voting, others who wrote in it find it on their desk', async () => {
  const flow = { ...twoVotes, code: 'submitterOnly', fourEyes: 'submitter' as const }
  expect((await setFlow(flow)).status).toBe(200)
  const id = await boards.draft(writer, 'Người sửa được duyệt')
  await boards.call('PATCH', `/articles/${id}?draft=true`, helper, { lead: 'Sửa câu đầu.' })
  const submission = await boards.submit(writer, id)
  expect(await mine(helper)).toContain(submission)
  expect((await boards.act(helper, submission, 'approve')).status).toBe(200)
  await setFlow(null)
})

test('the record names votes, decision and release with their entries, and the mandate somebody acted under', async () => {
  await boards.mandate(head, deputy)
  const id = await boards.draft(writer, 'Có biên bản')
  const submission = await boards.submit(writer, id)
  expect((await boards.act(deputy, submission, 'approve')).body.outcome).toBe('released')
  const record = await readRecord(await requestOf(writer), submission)
  const { rows } = await boards.owner.query<{ n: number; kind: string; hash: string }>(
    `select n::int as n, kind, hash from editorial.ledger where board = $1 order by n desc limit 3`,
    [boards.city.code],
  )
  const entries = [record?.releases[0]?.entry, record?.decision?.entry, record?.ballots[0]?.entry]
  expect(rows.map((one) => one.kind)).toEqual(['release', 'decision', 'ballot'])
  expect(entries.map((one) => one?.hash)).toEqual(rows.map((one) => one.hash))
  expect(record?.decision?.mandate?.document).toBe('12/GUQ-BBT')
  expect(record?.ballots[0]?.sha256).toBe(record?.sha256)
  expect(record?.verifierUrl).toContain(`/kiem-chung/${record?.sha256}`)
})

test('strangers to the board find neither the record nor the chosen items', async () => {
  const id = await boards.draft(writer, 'Không phải của phường')
  const submission = await boards.submit(writer, id)
  const neighbour = await requestOf(await boards.person({ role: 'head', site: boards.ward.id }))
  expect(await readRecord(neighbour, submission)).toBeNull()
  expect(await readChosen(neighbour, [submission])).toEqual([])
})
