import pg from 'pg'

/** Puts sites into the registry of a database that has none, as the owner: `code` is also the log. */
export const openSites = async (
  ownerUrl: string,
  sites: readonly { code: string; name: string; kind: 'city' | 'component' }[],
): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const { code, name, kind } of sites) {
      const path = kind === 'city' ? '/' : `/s/${code}`
      await client.query(
        `with made as (insert into public.sites (code, kind, hosting, path, is_active, created_at, updated_at)
           values ($1, $2, 'here', $3, true, now(), now()) returning id),
         named as (insert into public.sites_locales (_parent_id, _locale, name) select id, 'vi', $4 from made)
         insert into public.sites_languages (parent_id, "order", value)
         select id, n, l::public.enum_sites_languages from made, unnest(array['vi', 'en']) with ordinality u(l, n)`,
        [code, kind, path, name],
      )
    }
  } finally {
    await client.end()
  }
}
