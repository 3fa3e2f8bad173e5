import { ask } from './attack.ts'
import type { Attack } from './attack.ts'
import type { Ground } from './openGround.ts'

type Row = [row: string, name: string, query: (ground: Ground) => string, more?: Partial<Attack>]

const change = 'title: "Chưa ai duyệt câu này"'
/** The schema demands it of whatever is new. */
const kind = 'contentKind: newsEvent'

const rows: Row[] = [
  [
    '01',
    'publish',
    ({ docs }) =>
      `mutation { updateArticle(id: ${docs.fresh}, data: { _status: published }) { id } }`,
  ],
  [
    '04',
    'create as published',
    () => `mutation { createArticle(data: { ${change}, ${kind}, _status: published }) { id } }`,
  ],
  [
    '09',
    'edit in place',
    ({ docs }) => `mutation { updateArticle(id: ${docs.live}, data: { ${change} }) { id } }`,
  ],
  [
    '12',
    'edit beside a draft',
    ({ docs }) => `mutation { updateArticle(id: ${docs.pending}, data: { ${change} }) { id } }`,
  ],
  [
    '26',
    'autosave as published',
    ({ docs }) =>
      `mutation { updateArticle(id: ${docs.pending}, autosave: true, draft: true, data: { _status: published }) { id } }`,
  ],
  [
    '31',
    'publish as a draft',
    ({ docs }) =>
      `mutation { updateArticle(id: ${docs.pending}, draft: true, data: { _status: published }) { id } }`,
  ],
  [
    '32',
    'restore a published version',
    ({ publishedVersion }) => `mutation { restoreVersionArticle(id: ${publishedVersion}) { id } }`,
  ],
  [
    '32',
    'restore a draft over the live row',
    ({ draftVersion }) =>
      `mutation { restoreVersionArticle(id: ${draftVersion}, draft: false) { id } }`,
  ],
  [
    '33',
    'duplicate',
    ({ docs }) => `mutation { duplicateArticle(id: ${docs.live}, data: { ${kind} }) { id } }`,
    { mayPass: true },
  ],
  [
    '33',
    'duplicate as published',
    ({ docs }) =>
      `mutation { duplicateArticle(id: ${docs.live}, data: { ${kind}, _status: published }) { id } }`,
  ],
  [
    '34',
    'unpublish',
    ({ docs }) => `mutation { updateArticle(id: ${docs.live}, data: { _status: draft }) { id } }`,
  ],
  ['35', 'delete', ({ docs }) => `mutation { deleteArticle(id: ${docs.live}) { id } }`],
  [
    '1.2 shared',
    'rename a section in place',
    ({ category }) => `mutation { updateCategory(id: ${category}, data: { ${change} }) { id } }`,
  ],
  ['media', 'delete a file', ({ picture }) => `mutation { deleteMedia(id: ${picture}) { id } }`],
  [
    '39',
    'read versions',
    () => '{ versionsArticles(limit: 100) { docs { version { title } } } }',
    { mayPass: true, isReading: true },
  ],
  [
    '1.2 leak',
    'read drafts',
    () => '{ Articles(draft: true, limit: 100) { docs { title } } }',
    { mayPass: true, isReading: true },
  ],
  [
    '1.2 leak',
    'read a draft',
    ({ docs }) => `{ Article(id: ${docs.fresh}, draft: true) { title } }`,
    { mayPass: true, isReading: true },
  ],
]

/** Everything that goes over GraphQL. */
export const graphqlAttacks: Attack[] = rows.map(([row, name, query, more]) => ({
  row,
  name,
  via: 'GraphQL',
  run: (ground, actor) => ask(ground, actor, query(ground)),
  ...more,
}))
