import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import type { SanitizedConfig } from 'payload'
import type { Flow } from '#domain/board/flow.ts'
import { label } from '#kit/label.ts'
import { dispatch } from '#plugins/dispatch/index.ts'
import type { DispatchOptions } from '#plugins/dispatch/index.ts'
import { boardsOf, editorialBoard } from '#plugins/editorial-board/index.ts'
import type { EditorialBoardOptions } from '#plugins/editorial-board/index.ts'
import { releaseLog } from '#plugins/release-log/index.ts'
import { portCollections } from './portCollections.ts'

const HOUR = 3_600_000

const flow: Flow = {
  code: 'port',
  name: label('Cảng vụ', 'Port authority'),
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
    slug: 'bulletins',
    log: 'site' as const,
    projection: { title: 'title', slug: 'address' },
  },
]

/** A mail the port was asked to send. */
export type Mail = { key: string; to: readonly string[]; subject: string }

/** Everything dispatch has to be told by a port authority: who issues, who people are, and how they are written to. */
const portDispatch = (mails: Mail[]): DispatchOptions => ({
  sitesSql:
    'select a.id, a.short as code, a.title as name, null::integer as unit_id from public.authorities a',
  peopleSql: `select o.id, o.full_name as name, o.email, null::integer as unit_id, true as is_active,
    case o.post::text when 'technician' then array['operator'] else '{}' end as duties from public.officers o`,
  rights: {
    dutiesOf: ({ user }) =>
      (user as { post?: string } | null)?.post === 'technician' ? ['operator'] : [],
    unitOf: () => null,
    isOnBoard: async (req) => (await boardsOf(req)).length > 0,
  },
  queueMail: (_client, mail) => {
    mails.push(mail)
    return Promise.resolve(true)
  },
})

/** A Payload project that is not ours: a port authority that warns its quays. */
export const portProject = (options: {
  url: string
  mediaDir: string
  signer: EditorialBoardOptions['signer']
  mails: Mail[]
}): Promise<SanitizedConfig> =>
  buildConfig({
    typescript: { autoGenerate: false },
    secret: 'a port',
    telemetry: false,
    editor: lexicalEditor(),
    db: postgresAdapter({ pool: { connectionString: options.url, max: 6 }, push: true }),
    localization: { locales: ['vi', 'en'], defaultLocale: 'vi' },
    collections: portCollections(options.mediaDir),
    plugins: [
      releaseLog({
        governed,
        exempt: [
          'officers',
          'authorities',
          'files',
          'units',
          'device-groups',
          'devices',
          'payload-kv',
          'payload-locked-documents',
          'payload-preferences',
          'payload-migrations',
        ],
        followers: ['dispatch'],
        mediaDir: options.mediaDir,
        uploads: 'files',
        sites: { field: 'authority', collection: 'authorities', code: 'short' },
      }),
      editorialBoard({
        governed,
        accountsSql: `select o.id as person, o.full_name as name, o.email, 'vi' as language, true as is_active,
          false as is_registrar, null::text as identity from public.officers o`,
        boards: () => Promise.resolve([{ board: 'port', logs: ['port'], name: 'Cảng vụ' }]),
        seesEveryDesk: () => false,
        isRegistrar: () => false,
        signer: options.signer,
        queueMail: () => Promise.resolve(true),
        flows: [{ flow }],
        readyFlows: [flow],
        groundsOn: () => [{ code: 'wrong', clause: '1', label: label('Sai', 'Wrong') }],
        emergencyReasonsOn: () => [
          { code: 'swell', clause: '2', label: label('Sóng lừng', 'Swell') },
        ],
        dueAt: (at, hours) => new Date(at.getTime() + hours * HOUR),
      }),
      dispatch(portDispatch(options.mails)),
    ],
  })
