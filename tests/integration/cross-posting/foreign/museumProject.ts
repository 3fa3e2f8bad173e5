import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import type { CollectionConfig, SanitizedConfig } from 'payload'
import type { Flow } from '#domain/board/flow.ts'
import { label } from '#kit/label.ts'
import { crossPosting } from '#plugins/cross-posting/index.ts'
import { editorialBoard } from '#plugins/editorial-board/index.ts'
import type { EditorialBoardOptions } from '#plugins/editorial-board/index.ts'
import { releaseLog } from '#plugins/release-log/index.ts'
import { museumExchange } from './museumExchange.ts'

const HOUR = 3_600_000

const signedIn = ({ req }: { req: { user: unknown } }) => Boolean(req.user)
const access = { read: signedIn, readVersions: signedIn }
/** The types of this repository do not know the museums' collections. */
const unknown = (slug: string) => slug as 'sites'

const plain = (slug: string, ...names: string[]): CollectionConfig => ({
  slug,
  access,
  fields: names.map((name) => ({ name, type: 'text' as const, required: true })),
})
const exhibits: CollectionConfig = {
  slug: 'exhibits',
  access,
  versions: { drafts: true },
  fields: [
    { name: 'heading', type: 'text', required: true, localized: true },
    { name: 'text', type: 'richText', localized: true },
    { name: 'address', type: 'text', required: true },
    { name: 'museum', type: 'relationship', relationTo: unknown('museums'), required: true },
    { name: 'room', type: 'relationship', relationTo: unknown('rooms'), required: true },
    { name: 'genre', type: 'text' },
  ],
}

const flow: Flow = {
  code: 'museum',
  name: label('Bảo tàng', 'Museum'),
  fourEyes: 'contributors',
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
}

const governed = [
  {
    slug: 'exhibits',
    log: 'site' as const,
    projection: { title: 'heading', slug: 'address', category: 'room', kind: 'genre' },
  },
]

/** A Payload project that is not ours: museums with a board each, which exchange what they show. */
export const museumProject = (options: {
  url: string
  mediaDir: string
  museums: readonly string[]
  signer: EditorialBoardOptions['signer']
}): Promise<SanitizedConfig> =>
  buildConfig({
    typescript: { autoGenerate: false },
    secret: 'a museum',
    telemetry: false,
    editor: lexicalEditor(),
    db: postgresAdapter({ pool: { connectionString: options.url, max: 6 }, push: true }),
    localization: { locales: ['vi', 'en'], defaultLocale: 'vi' },
    collections: [
      { ...plain('people', 'fullName'), auth: true },
      plain('museums', 'short', 'title'),
      plain('rooms', 'name'),
      { slug: 'files', access, upload: { staticDir: options.mediaDir }, fields: [] },
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
        followers: ['crossPosting'],
        mediaDir: options.mediaDir,
        uploads: 'files',
        sites: { field: 'museum', collection: 'museums', code: 'short' },
      }),
      editorialBoard({
        governed,
        accountsSql: `select p.id as person, p.full_name as name, p.email, 'vi' as language, true as is_active,
          false as is_registrar, null::text as identity from public.people p`,
        boards: () =>
          Promise.resolve(options.museums.map((board) => ({ board, logs: [board], name: board }))),
        seesEveryDesk: () => false,
        isRegistrar: () => false,
        signer: options.signer,
        queueMail: () => Promise.resolve(true),
        flows: [{ flow }],
        readyFlows: [flow],
        groundsOn: () => [{ code: 'notOurs', clause: '1', label: label('Không hợp', 'Not ours') }],
        emergencyReasonsOn: () => [],
        dueAt: (at, hours) => new Date(at.getTime() + hours * HOUR),
      }),
      crossPosting(museumExchange),
    ],
  })
