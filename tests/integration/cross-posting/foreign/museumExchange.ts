import {
  boardsOf,
  consentFor,
  recallIncoming,
  releaseUnderConsent,
  submitIncoming,
  subscribersOf,
  tellIncoming,
  withdrawWithOrigin,
} from '#plugins/editorial-board/index.ts'
import type { CrossPostingOptions } from '#plugins/cross-posting/index.ts'

/** Where exhibits lie below their museum. */
export const folders = { exhibits: '/exhibits/' }

/** Museums that show each other's exhibits; components propose to the museum in the north: everything cross-posting has to be told. */
export const museumExchange: CrossPostingOptions = {
  collections: [
    {
      slug: 'exhibits',
      projection: { title: 'heading', slug: 'address', category: 'room', kind: 'genre' },
      body: 'text',
      defaults: { genre: 'other' },
    },
  ],
  sitesSql: `select m.id, m.short as code, m.title as name_vi, m.title as name_en,
    case m.short when 'north' then 'city' else 'component' end as kind, true as is_hosted_here, true as is_active,
    m.short || '.museum.example' as host, null::text as path from public.museums m`,
  peopleSql: 'select id as person, full_name as name from public.people',
  reviewsTable: 'editorial.reviews',
  siteField: 'museum',
  board: {
    consentFor,
    subscribersOf,
    submitIncoming,
    releaseUnderConsent,
    withdrawWithOrigin,
    recallIncoming,
    tellIncoming,
  },
  rights: {
    membershipsOf: async (req) =>
      (await boardsOf(req)).flatMap(({ board, roles }) =>
        roles.map((role) => ({ log: board, role })),
      ),
    seesAll: () => false,
    runs: () => false,
    administers: () => false,
  },
  addressOf: ({ site, slug }) => `http://${site.host}${folders.exhibits}${slug}`,
}
