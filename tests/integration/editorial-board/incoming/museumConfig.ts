import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import type { CollectionConfig, SanitizedConfig } from 'payload'
import type { Flow } from '#domain/board/flow.ts'
import { label } from '#kit/label.ts'
import { editorialBoard } from '#plugins/editorial-board/index.ts'
import type { EditorialBoardOptions } from '#plugins/editorial-board/index.ts'
import { releaseLog } from '#plugins/release-log/index.ts'

const HOUR = 3_600_000

const signedIn = ({ req }: { req: { user: unknown } }) => Boolean(req.user)
const access = { read: signedIn, readVersions: signedIn }

const people: CollectionConfig = {
  slug: 'people',
  auth: true,
  access,
  fields: [{ name: 'fullName', type: 'text', required: true }],
}
const museums: CollectionConfig = {
  slug: 'museums',
  access,
  fields: [{ name: 'short', type: 'text', required: true }],
}
const rooms: CollectionConfig = {
  slug: 'rooms',
  access,
  fields: [{ name: 'name', type: 'text', required: true }],
}
const files: CollectionConfig = { slug: 'files', access, upload: true, fields: [] }

/** What says where a copy came from: by whatever writes copies, here by the tests. */
const origin: CollectionConfig['fields'][number] = {
  name: 'origin',
  type: 'group',
  fields: [
    { name: 'site', type: 'text' },
    { name: 'collection', type: 'text' },
    { name: 'item', type: 'text' },
    { name: 'seq', type: 'number' },
    { name: 'sha256', type: 'text' },
    { name: 'hops', type: 'text', hasMany: true },
  ],
}

const exhibits: CollectionConfig = {
  slug: 'exhibits',
  access,
  versions: { drafts: true },
  fields: [
    { name: 'heading', type: 'text', required: true, localized: true },
    { name: 'text', type: 'textarea', localized: true },
    { name: 'address', type: 'text', required: true },
    { name: 'museum', type: 'relationship', relationTo: 'museums' as 'sites', required: true }, // the types of this repository do not know museums
    { name: 'room', type: 'relationship', relationTo: 'rooms' as 'sites' },
    { name: 'genre', type: 'text' },
    origin,
  ],
}

/** One head decides; or, in the south, one person who is the whole board. */
const flowOf = (fourEyes: Flow['fourEyes']): Flow => ({
  code: fourEyes,
  name: label('Bảo tàng', 'Museum'),
  fourEyes,
  steps: [
    {
      key: 'approval',
      label: label('Duyệt', 'Approval'),
      kind: 'approval',
      actors: ['head'],
      quorum: 1,
      limitHours: 8,
    },
  ],
})

const governed = [
  {
    slug: 'exhibits',
    log: 'site' as const,
    projection: { title: 'heading', slug: 'address', category: 'room', kind: 'genre' },
  },
]

/** Museums with a board each, which show each other's exhibits; other names than this city's, and no plugin that copies. */
export const museumConfig = (options: {
  url: string
  mediaDir: string
  museums: readonly string[]
  signer: EditorialBoardOptions['signer']
  queueMail: EditorialBoardOptions['queueMail']
}): Promise<SanitizedConfig> =>
  buildConfig({
    typescript: { autoGenerate: false },
    secret: 'a museum',
    telemetry: false,
    db: postgresAdapter({ pool: { connectionString: options.url, max: 6 }, push: true }),
    localization: { locales: ['vi', 'en'], defaultLocale: 'vi' },
    collections: [
      people,
      museums,
      rooms,
      { ...files, upload: { staticDir: options.mediaDir } },
      exhibits,
    ],
    plugins: [
      releaseLog({
        governed,
        exempt: [
          'people',
          'museums',
          'rooms',
          'files',
          'payload-kv',
          'payload-locked-documents',
          'payload-preferences',
          'payload-migrations',
        ],
        followers: [],
        mediaDir: options.mediaDir,
        uploads: 'files',
        sites: { field: 'museum', collection: 'museums', code: 'short' },
      }),
      editorialBoard({
        governed,
        accountsSql: `select p.id as person, p.full_name as name, p.email, 'vi' as language, true as is_active,
          false as is_registrar, null::text as identity from public.people p`,
        boards: () =>
          Promise.resolve(
            options.museums.map((board) => ({ board, logs: [board], name: `Bảo tàng ${board}` })),
          ),
        seesEveryDesk: () => false,
        isRegistrar: () => false,
        signer: options.signer,
        queueMail: options.queueMail,
        flows: [{ flow: flowOf('contributors') }],
        readyFlows: [flowOf('contributors')],
        groundsOn: () => [{ code: 'notOurs', clause: '1', label: label('Không hợp', 'Not ours') }],
        emergencyReasonsOn: () => [
          { code: 'flood', clause: '2', label: label('Ngập lụt', 'Flood') },
        ],
        dueAt: (at, hours) => new Date(at.getTime() + hours * HOUR),
      }),
    ],
  })
