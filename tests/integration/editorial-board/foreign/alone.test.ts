import { afterAll, beforeAll, test } from 'vitest'
import { openNewspaper } from './openNewspaper.ts'
import type { Newspaper } from './openNewspaper.ts'
import { publishStory } from './publishStory.ts'

let paper: Newspaper

beforeAll(async () => {
  paper = await openNewspaper({ hasTenants: false })
})
afterAll(() => paper.stop())

test('a newspaper of one board: arrays, blocks, uploads and two languages go through it', () =>
  publishStory(paper, 'common'))
