import { afterAll, beforeAll, expect, test } from 'vitest'
import { approve } from '#plugins/editorial-board/index.ts'
import { openNewspaper } from './openNewspaper.ts'
import type { Newspaper } from './openNewspaper.ts'
import { publishStory } from './publishStory.ts'

let paper: Newspaper

beforeAll(async () => {
  paper = await openNewspaper({ hasTenants: true })
})
afterAll(() => paper.stop())

test('with the multi-tenant plugin each tenant has a board, a log and a chain of its own', async () => {
  for (const slug of ['lyon', 'nice']) {
    const desk = await paper.payload.create({
      collection: 'desks' as 'sites', // the types of this repository do not know the newspaper's collections
      data: { name: slug, slug } as never,
      overrideAccess: true,
      depth: 0,
    })
    await publishStory(paper, slug, desk.id)
  }
  const { rows } = await paper.client.query(
    'select log, seq::int from release.site_sequences order by log',
  )
  expect(rows).toEqual([
    { log: 'lyon', seq: 2 },
    { log: 'nice', seq: 2 },
  ])
})

test('the head of one board does not decide for another', async () => {
  const stranger = await paper.person('stranger')
  await paper.appoint('lyon', stranger, 'head')
  const { rows } = await paper.client.query<{ id: string }>(
    `select submission_id as id from editorial.reviews where board = 'nice' limit 1`,
  )
  const req = await paper.requestOf(stranger)
  await expect(
    approve({ req, submissionId: rows[0]?.id ?? '', now: new Date() }),
  ).rejects.toMatchObject({ code: 'not_a_member' })
})
