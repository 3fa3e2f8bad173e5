import { send } from './attack.ts'
import type { Attack } from './attack.ts'
import type { Ground } from './openGround.ts'

const published = { _status: 'published' }
const change = { title: 'Chưa ai duyệt câu này' }

type Row = [
  row: string,
  name: string,
  method: string,
  url: (ground: Ground) => string,
  body?: unknown,
  more?: Partial<Attack>,
]

const ids = ({ docs }: Ground) => `where[id][in]=${docs.live},${docs.pending},${docs.fresh}`
const article =
  (which: keyof Ground['docs'], query = '') =>
  (ground: Ground) =>
    `/api/articles/${ground.docs[which]}${query}`

const rows: Row[] = [
  ['01', 'publish a draft', 'PATCH', article('fresh'), published],
  ['01', 'publish the draft of what is public', 'PATCH', article('pending'), published],
  ['01', 'publish again what was withdrawn', 'PATCH', article('withdrawn'), published],
  ['02', 'publish in bulk', 'PATCH', (g) => `/api/articles?${ids(g)}`, published],
  [
    '03',
    'publish in bulk, as a draft',
    'PATCH',
    (g) => `/api/articles?draft=true&${ids(g)}`,
    published,
  ],
  ['04', 'create as published', 'POST', () => '/api/articles', { ...change, ...published }],
  ['05', 'duplicate as published', 'POST', article('live', '/duplicate'), published],
  [
    '06',
    'duplicate with draft=false',
    'POST',
    article('live', '/duplicate?draft=false'),
    {},
    { mayPass: true },
  ],
  [
    '07',
    'restore a published version',
    'POST',
    (g) => `/api/articles/versions/${g.publishedVersion}`,
  ],
  [
    '08',
    'restore a draft over the live row',
    'POST',
    (g) => `/api/articles/versions/${g.draftVersion}?draft=false`,
  ],
  ['09', 'edit in place', 'PATCH', article('live'), change],
  [
    '10',
    'edit in place, in bulk',
    'PATCH',
    (g) => `/api/articles?where[id][equals]=${g.docs.live}`,
    change,
  ],
  [
    '11',
    'edit in bulk beside a draft',
    'PATCH',
    (g) => `/api/articles?where[id][equals]=${g.docs.pending}`,
    change,
  ],
  ['12', 'edit beside a draft', 'PATCH', article('pending'), { lead: 'Sửa thẳng' }],
  ['13', 'publishAllLocales', 'PATCH', article('fresh', '?publishAllLocales=true'), change],
  ['14', 'publishAllLocales=false', 'PATCH', article('fresh', '?publishAllLocales=false'), change],
  [
    '15',
    'create with publishAllLocales',
    'POST',
    () => '/api/articles?publishAllLocales=true',
    change,
  ],
  [
    '16',
    'publish one language',
    'PATCH',
    article('pending', '?publishSpecificLocale=en'),
    published,
  ],
  [
    '19',
    'unpublishAllLocales with published',
    'PATCH',
    article('fresh', '?unpublishAllLocales=true'),
    published,
  ],
  [
    '20',
    'trash as published',
    'PATCH',
    article('fresh'),
    { ...published, deletedAt: '2026-01-01T00:00:00.000Z' },
  ],
  [
    '21',
    'trash what is public',
    'PATCH',
    article('live'),
    { deletedAt: '2026-01-01T00:00:00.000Z' },
  ],
  [
    '21',
    'restore from the trash as published',
    'PATCH',
    article('live', '?trash=true'),
    { ...published, deletedAt: null },
  ],
  [
    '26',
    'autosave as published',
    'PATCH',
    article('pending', '?draft=true&autosave=true'),
    published,
  ],
  [
    '26',
    'autosave over the live row',
    'PATCH',
    article('live', '?draft=false&autosave=true'),
    change,
  ],
  ['34', 'unpublish', 'PATCH', article('live'), { _status: 'draft' }],
  [
    '34',
    'unpublish all languages',
    'PATCH',
    article('live', '?unpublishAllLocales=true'),
    { _status: 'draft' },
  ],
  ['35', 'delete', 'DELETE', article('live')],
  ['35', 'delete what was withdrawn', 'DELETE', article('withdrawn')],
  [
    '35',
    'delete in bulk',
    'DELETE',
    (g) => `/api/articles?where[id][in]=${g.docs.live},${g.docs.withdrawn}`,
    undefined,
    { isBulk: true },
  ],
  ['1.2 query flags', 'overrideLock', 'PATCH', article('live', '?overrideLock=true'), change],
  [
    '1.2 live row',
    'change the address in place',
    'PATCH',
    article('live'),
    { slug: 'dia-chi-khac' },
  ],
  ['1.2 live row', 'move to another site in place', 'PATCH', article('live'), { site: null }],
]

const foreign: Row[] = [
  [
    '17',
    'queue a job',
    'POST',
    () => '/api/payload-jobs',
    { taskSlug: 'schedulePublish' },
    { isAbsent: true },
  ],
  ['17', 'run the jobs', 'GET', () => '/api/payload-jobs/run', undefined, { isAbsent: true }],
  ['30, 37', 'delete a job', 'DELETE', () => '/api/payload-jobs/1', undefined, { isAbsent: true }],
  [
    '30, 37',
    'edit a job',
    'PATCH',
    () => '/api/payload-jobs/1',
    { waitUntil: null },
    { isAbsent: true },
  ],
  [
    '24',
    'publish a global',
    'POST',
    () => '/api/globals/site-settings',
    published,
    { isAbsent: true },
  ],
  ['25', 'edit a global in place', 'POST', () => '/api/globals/menu', change, { isAbsent: true }],
  [
    '28',
    'reorder',
    'POST',
    () => '/api/reorder',
    {
      collectionSlug: 'articles',
      docsToMove: [1],
      newKeyWillBe: 'greater',
      orderableFieldName: '_order',
      target: { id: 1, key: 'a0' },
    },
    { isAbsent: true },
  ],
  ['1.2 import', 'import', 'POST', () => '/api/imports', {}, { isAbsent: true }],
  ['1.2 import', 'export', 'GET', () => '/api/exports/download', undefined, { isAbsent: true }],
  ['1.2 MCP', 'speak MCP', 'POST', () => '/api/mcp', { method: 'tools/list' }, { isAbsent: true }],
  [
    '1.2 folders',
    'move to a folder',
    'PATCH',
    () => '/api/payload-folders/1',
    {},
    { isAbsent: true },
  ],
  [
    '1.2 arriving',
    'put something into the feed',
    'POST',
    () => '/feeds/ha-noi',
    change,
    { isAbsent: true },
  ],
  [
    '1.2 arriving',
    'hand something in from another site',
    'POST',
    () => '/api/cross-posting/items',
    change,
    { isAbsent: true },
  ],
]

const shared: Row[] = [
  [
    '1.2 shared',
    'rename a section in place',
    'PATCH',
    (g) => `/api/categories/${g.category}`,
    change,
  ],
  ['1.2 shared', 'delete a section', 'DELETE', (g) => `/api/categories/${g.category}`],
  ['1.2 shared', 'delete the site', 'DELETE', (g) => `/api/sites/${g.city.id}`],
  ['media', 'delete a file', 'DELETE', (g) => `/api/media/${g.picture}`],
  ['media', 'delete files in bulk', 'DELETE', (g) => `/api/media?where[id][equals]=${g.picture}`],
  [
    'media',
    'crop',
    'PATCH',
    (g) => `/api/media/${g.picture}?uploadEdits[crop][width]=10`,
    { filename: 'x.jpg' },
  ],
  [
    'media',
    'move the focal point',
    'PATCH',
    (g) => `/api/media/${g.picture}`,
    { focalX: 1, focalY: 1 },
  ],
  // Payload drops the name that was sent.
  [
    'media',
    'rename the file',
    'PATCH',
    (g) => `/api/media/${g.picture}`,
    { filename: 'khac.jpg' },
    { mayPass: true },
  ],
  [
    'media',
    'change files in bulk',
    'PATCH',
    (g) => `/api/media?where[id][equals]=${g.picture}`,
    { focalX: 9 },
  ],
]

const reading: Row[] = [
  ['39', 'read versions', 'GET', () => '/api/articles/versions?limit=100'],
  ['39', 'read one version', 'GET', (g) => `/api/articles/versions/${g.draftVersion}`],
  [
    '1.2 leak',
    'read drafts',
    'GET',
    () => '/api/articles?draft=true&limit=100&where[_status][equals]=draft',
  ],
  ['1.2 leak', 'read a draft', 'GET', article('fresh', '?draft=true')],
  ['1.2 leak', 'read through a relation', 'GET', () => '/api/media?depth=3&limit=100'],
  ['1.2 leak', 'count drafts', 'GET', () => '/api/articles/count?where[title][contains]=biết'],
  [
    '1.2 leak',
    'read what the board said of a draft',
    'GET',
    ({ docs }) => `/api/editorial-board/documents/articles/${docs.fresh}/threads`,
  ],
  [
    '1.2 leak',
    'ask the board where a draft stands',
    'GET',
    ({ docs }) => `/api/editorial-board/documents/articles/${docs.fresh}`,
  ],
  ['1.2 leak', 'search drafts', 'GET', () => '/api/search?q=biết'],
  ['1.2 leak', 'read versions of sections', 'GET', () => '/api/categories/versions?limit=100'],
]

const toAttack = ([row, name, method, url, body, more]: Row): Attack => ({
  row,
  name,
  via: 'REST',
  run: (ground, actor) => send(ground, actor, method, url(ground), body),
  ...more,
})

/** A file sent in place of the one that is shown. */
const replaceFile: Attack = {
  row: 'media',
  name: 'replace the bytes',
  via: 'REST',
  run: (ground, actor) => {
    const form = new FormData()
    form.set('file', new Blob(['not a picture'], { type: 'image/jpeg' }), 'cho-hoa.jpg')
    form.set('_payload', JSON.stringify({ alt: 'Khác' }))
    return send(ground, actor, 'PATCH', `/api/media/${ground.picture}`, form)
  },
}

/** The four plain attacks on every other governed collection. */
const everywhere: Attack[] = (
  ['pages', 'documents', 'answers', 'bulletins', 'site-settings', 'categories'] as const
).flatMap((slug) => {
  const url = ({ others }: Ground) => `/api/${slug}/${others[slug]}`
  const each: Row[] = [
    ['01', `publish: ${slug}`, 'PATCH', url, published],
    [
      '04',
      `create as published: ${slug}`,
      'POST',
      () => `/api/${slug}`,
      { ...change, ...published },
    ],
    ['09', `edit in place: ${slug}`, 'PATCH', url, change],
    ['35', `delete: ${slug}`, 'DELETE', url],
  ]
  return each.map(toAttack)
})

/** Everything that goes over REST. */
export const restAttacks: Attack[] = [
  ...[...rows, ...foreign, ...shared].map(toAttack),
  replaceFile,
  ...everywhere,
  ...reading.map((row) => ({ ...toAttack(row), mayPass: true, isReading: true })),
]
