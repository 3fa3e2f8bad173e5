import { generateKeyPairSync, sign } from 'node:crypto'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { multiTenantPlugin } from '@payloadcms/plugin-multi-tenant'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import type { CollectionConfig, Plugin, SanitizedConfig } from 'payload'
import sharp from 'sharp'
import type { Flow } from '#domain/board/flow.ts'
import { label } from '#kit/label.ts'
import { editorialBoard } from '#plugins/editorial-board/index.ts'
import type { EditorialBoardOptions } from '#plugins/editorial-board/index.ts'
import { releaseLog } from '#plugins/release-log/index.ts'

const HOUR = 3_600_000

const signedIn = ({ req }: { req: { user: unknown } }) => Boolean(req.user)
const hidden = { read: signedIn, readVersions: signedIn }

/** The types of this repository do not know the newspaper's collections. */
const photosSlug = 'photos' as 'media'

const journalists: CollectionConfig = {
  slug: 'journalists',
  auth: true,
  access: hidden,
  fields: [{ name: 'byline', type: 'text', required: true }],
}
const photos: CollectionConfig = {
  slug: 'photos',
  access: hidden,
  upload: true,
  fields: [{ name: 'alt', type: 'text', required: true }],
}
const desks: CollectionConfig = {
  slug: 'desks',
  access: hidden,
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true },
  ],
}
/** Arrays, blocks, uploads, rich text, in two languages. */
const stories: CollectionConfig = {
  slug: 'stories',
  access: hidden,
  versions: { drafts: true },
  fields: [
    { name: 'headline', type: 'text', required: true, localized: true },
    { name: 'address', type: 'text', required: true },
    { name: 'body', type: 'richText', localized: true },
    { name: 'photo', type: 'upload', relationTo: photosSlug },
    {
      name: 'facts',
      type: 'array',
      fields: [
        { name: 'text', type: 'text', localized: true },
        { name: 'source', type: 'text' },
      ],
    },
    {
      name: 'layout',
      type: 'blocks',
      blocks: [
        { slug: 'quote', fields: [{ name: 'words', type: 'text', localized: true }] },
        {
          slug: 'gallery',
          fields: [{ name: 'photos', type: 'upload', relationTo: photosSlug, hasMany: true }],
        },
      ],
    },
  ],
}

const flow: Flow = {
  code: 'newspaper',
  name: label('Toà soạn', 'Newsroom'),
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

/** What a newspaper tells the board: by the documented options alone. */
const boardOptions = (
  governed: EditorialBoardOptions['governed'],
  boards: string[],
): EditorialBoardOptions => {
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    governed,
    accountsSql: `select j.id as person, j.byline as name, j.email, 'en' as language, true as is_active, false as is_registrar,
      null::text as identity from public.journalists j`,
    boards: () => Promise.resolve(boards.map((board) => ({ board, logs: [board], name: board }))),
    seesEveryDesk: () => false,
    isRegistrar: () => false,
    signer: () =>
      Promise.resolve({
        keyId: 'newspaper',
        sign: (bytes: Uint8Array) =>
          Promise.resolve(sign(null, bytes, privateKey).toString('base64')),
      }),
    flows: [{ flow }],
    readyFlows: [flow],
    groundsOn: (day) =>
      day < '2030-01-01'
        ? [{ code: 'libel', clause: 'Press code 3', label: label('Vu khống', 'Libel') }]
        : [],
    emergencyReasonsOn: () => [],
    timeZone: 'Europe/Paris',
    dueAt: (at, hours) => new Date(at.getTime() + hours * HOUR),
  }
}

/** A Payload project that is not ours: a newspaper, alone or with a desk for each town. */
export const newspaperConfig = (options: {
  url: string
  mediaDir: string
  hasTenants: boolean
  /** Plugins besides the log and the board. */
  more?: readonly Plugin[]
}): Promise<SanitizedConfig> => {
  const governed = [
    {
      slug: 'stories',
      log: options.hasTenants ? ('site' as const) : ('common' as const),
      projection: { title: 'headline', slug: 'address', search: ['body'] },
    },
  ]
  const exempt = [
    'journalists',
    'photos',
    'desks',
    'payload-kv',
    'payload-locked-documents',
    'payload-preferences',
    'payload-migrations',
  ]
  return buildConfig({
    typescript: { autoGenerate: false },
    secret: 'a newspaper',
    telemetry: false,
    sharp,
    editor: lexicalEditor(),
    db: postgresAdapter({ pool: { connectionString: options.url, max: 6 }, push: true }),
    localization: { locales: ['en', 'fr'], defaultLocale: 'en' },
    collections: [
      journalists,
      { ...photos, upload: { staticDir: options.mediaDir } },
      ...(options.hasTenants ? [desks] : []),
      stories,
    ],
    plugins: [
      ...(options.hasTenants
        ? [
            multiTenantPlugin({
              tenantsSlug: 'desks',
              collections: { stories: {} } as never, // likewise
              userHasAccessToAllTenants: () => true,
            }),
          ]
        : []),
      releaseLog({
        governed,
        exempt,
        followers: [],
        mediaDir: options.mediaDir,
        uploads: 'photos',
        sites: { field: 'tenant', collection: 'desks', code: 'slug' },
      }),
      editorialBoard(boardOptions(governed, options.hasTenants ? ['lyon', 'nice'] : ['common'])),
      ...(options.more ?? []),
    ],
  })
}
