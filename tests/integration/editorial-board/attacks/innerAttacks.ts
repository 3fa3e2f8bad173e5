import { copyDataFromLocaleHandler } from '@payloadcms/ui/utilities/copyDataFromLocale'
import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { createLocalReq } from 'payload'
import { attempt } from './attack.ts'
import type { Attack, Outcome } from './attack.ts'
import type { Actor } from './actors.ts'
import type { Ground } from './openGround.ts'

const title = 'Chưa ai duyệt câu này'
const published = { _status: 'published' as const }

type Work = (ground: Ground, how: { user: never; overrideAccess: boolean }) => Promise<unknown>

const works: [row: string, name: string, work: Work, more?: Partial<Attack>][] = [
  [
    '23',
    'publish',
    ({ payload, docs }, how) =>
      payload.update({ collection: 'articles', id: docs.fresh, data: published, ...how }),
  ],
  [
    '23',
    'edit in place',
    ({ payload, docs }, how) =>
      payload.update({ collection: 'articles', id: docs.live, data: { title }, ...how }),
  ],
  [
    '23',
    'publish as a draft',
    ({ payload, docs }, how) =>
      payload.update({
        collection: 'articles',
        id: docs.pending,
        data: published,
        draft: true,
        ...how,
      }),
  ],
  [
    '23',
    'publish in bulk',
    ({ payload, docs }, how) =>
      payload.update({
        collection: 'articles',
        where: { id: { in: Object.values(docs) } },
        data: published,
        ...how,
      }),
  ],
  [
    '23',
    'create as published',
    ({ payload, city }, how) =>
      payload.create({
        collection: 'articles',
        data: { title, site: city.id, ...published } as never,
        ...how,
      }),
  ],
  [
    '23',
    'duplicate as published',
    ({ payload, docs }, how) =>
      payload.duplicate({ collection: 'articles', id: docs.live, data: published, ...how }),
  ],
  [
    '23',
    'restore a published version',
    ({ payload, publishedVersion }, how) =>
      payload.restoreVersion({ collection: 'articles', id: publishedVersion, ...how }),
  ],
  [
    '23',
    'unpublish',
    ({ payload, docs }, how) =>
      payload.update({ collection: 'articles', id: docs.live, data: { _status: 'draft' }, ...how }),
  ],
  [
    '23',
    'delete',
    ({ payload, docs }, how) => payload.delete({ collection: 'articles', id: docs.live, ...how }),
  ],
  [
    '23',
    'delete in bulk',
    ({ payload, docs }, how) =>
      payload.delete({
        collection: 'articles',
        where: { id: { in: [docs.live, docs.withdrawn] } },
        ...how,
      }),
    { mayPass: true },
  ], // answers with the refusals in `errors`
  [
    'media',
    'delete a file',
    ({ payload, picture }, how) => payload.delete({ collection: 'media', id: picture, ...how }),
  ],
  [
    '1.2 Local API',
    'forge a mark in the context',
    ({ payload, docs }, how) =>
      payload.update({
        collection: 'articles',
        id: docs.fresh,
        data: published,
        context: {
          release: true,
          releaseLog: true,
          isRelease: true,
          skipGuard: true,
          internal: true,
        },
        ...how,
      }),
  ],
]

const local: Attack[] = works.flatMap(([row, name, work, more]) =>
  [false, true].map((overrideAccess) => ({
    row,
    name: `${name}${overrideAccess ? ', access overridden' : ''}`,
    via: 'Local API' as const,
    run: (ground: Ground, actor: Actor) =>
      attempt(() => work(ground, { user: actor.user as never, overrideAccess })), // the user as a session gives it
    ...more,
  })),
)

const requestOf = ({ payload }: Ground, actor: Actor) =>
  createLocalReq({ user: actor.user as never }, payload) // the user as a session gives it

/** What the admin's screens call on the server. */
const action = async (
  ground: Ground,
  actor: Actor,
  handler: (args: never) => unknown,
  input: Record<string, unknown>,
): Promise<Outcome> =>
  attempt(async () => {
    const req = await requestOf(ground, actor)
    const answer = (await handler({ req, ...input } as never)) as { error?: string } | undefined // beside `req` the screens send more, which it does not read
    if (answer?.error) throw new Error(answer.error)
    return answer
  })

const actions: Attack[] = [
  {
    row: '29',
    name: 'copy to another language',
    via: 'admin action',
    run: (ground, actor) =>
      action(ground, actor, copyDataFromLocaleHandler, {
        collectionSlug: 'articles',
        docID: ground.docs.live,
        fromLocale: 'vi',
        toLocale: 'en',
        overrideData: true,
      }),
  },
  {
    row: '17, 18',
    name: 'schedule a publication',
    via: 'admin action',
    run: (ground, actor) =>
      action(ground, actor, schedulePublishHandler, {
        type: 'publish',
        date: new Date(),
        doc: { relationTo: 'articles', value: String(ground.docs.fresh) },
      }),
  },
  {
    row: '30, 37',
    name: 'delete what is scheduled',
    via: 'admin action',
    run: (ground, actor) =>
      action(ground, actor, schedulePublishHandler, { type: 'publish', deleteID: 1 }),
  },
  {
    row: '38',
    name: 'queue schedulePublish without a user',
    via: 'jobs',
    run: (ground) =>
      attempt(() =>
        ground.payload.jobs.queue({
          task: 'schedulePublish' as never, // no such task in this config
          input: { type: 'publish', doc: { relationTo: 'articles', value: '1' } } as never,
        }),
      ),
  },
]

const adapter: Attack[] = (
  [
    [
      'update the live row',
      (g, req) =>
        g.payload.db.updateOne({
          collection: 'articles',
          id: g.docs.live,
          data: { title, ...published },
          req,
        }),
    ],
    [
      'publish a draft',
      (g, req) =>
        g.payload.db.updateOne({ collection: 'articles', id: g.docs.fresh, data: published, req }),
    ],
    [
      'create as published',
      (g, req) =>
        g.payload.db.create({
          collection: 'articles',
          data: { title, site: g.city.id, ...published },
          req,
        }),
    ],
    [
      'delete the live row',
      (g, req) =>
        g.payload.db.deleteOne({
          collection: 'articles',
          where: { id: { equals: g.docs.live } },
          req,
        }),
    ],
    [
      'delete a shared section',
      (g, req) =>
        g.payload.db.deleteOne({
          collection: 'categories',
          where: { id: { equals: g.category } },
          req,
        }),
    ],
  ] as [string, (ground: Ground, req: never) => Promise<unknown>][]
).map(([name, work]) => ({
  row: '22',
  name,
  via: 'adapter' as const,
  run: (ground: Ground, actor: Actor) =>
    attempt(async () => work(ground, (await requestOf(ground, actor)) as never)), // a request as the adapter takes it
}))

/** Everything that is tried within the process, hooks and access on and off. */
export const innerAttacks: Attack[] = [...local, ...actions, ...adapter]
