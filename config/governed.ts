import type { GovernedCollection } from '#kit/governed.ts'

/** Everything the public reads: only a board's decision changes it. */
export const governed: readonly GovernedCollection[] = [
  {
    slug: 'articles',
    log: 'site',
    projection: {
      title: 'title',
      slug: 'slug',
      lead: 'lead',
      category: 'category',
      cover: 'cover',
      kind: 'contentKind',
      search: ['body', 'author', 'sourceAgency'],
    },
  },
  {
    slug: 'documents',
    log: 'site',
    projection: {
      title: 'title',
      slug: 'slug',
      sortAt: 'issuedOn',
      number: 'numberKey',
      kind: 'kind',
      search: ['number', 'body', 'signer'],
    },
  },
  { slug: 'pages', log: 'site', projection: { title: 'title', slug: 'slug', search: ['body'] } },
  {
    slug: 'answers',
    log: 'site',
    projection: {
      title: 'title',
      slug: 'slug',
      lead: 'questionText',
      kind: 'field',
      search: ['questionText', 'body'],
    },
  },
  {
    slug: 'bulletins',
    log: 'site',
    projection: {
      title: 'title',
      slug: 'slug',
      lead: 'text',
      sortAt: 'broadcastAt',
      kind: 'priority',
      search: ['text'],
    },
  },
  {
    slug: 'categories',
    log: 'common',
    projection: { title: 'title', slug: 'slug', lead: 'description' },
  },
  {
    slug: 'site-settings',
    log: 'site',
    projection: { title: 'title', slug: 'slug', lead: 'description' },
  },
]

/**
 * Collections that need no decision, each reviewed: none of them is shown to the public as it stands. `sites` and `units`
 * are registries whose codes, paths and names the portal routes by; changing them needs a system administrator.
 */
export const exempt: readonly string[] = [
  'units',
  'sites',
  'users',
  'media',
  'questions',
  'devices',
  'device-groups',
  'working-days',
  'legal-bases',
  'payload-kv',
  'payload-locked-documents',
  'payload-preferences',
  'payload-migrations',
]
