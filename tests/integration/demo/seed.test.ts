import { readFile, stat } from 'node:fs/promises'
import pg from 'pg'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshotNow } from '#plugins/release-log/index.ts'
import { seed } from '#src/demo/seed.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'

const now = new Date('2026-11-23T21:00:00+07:00')
const silent = { start: () => undefined, advance: () => undefined }

let booted: BootedPayload
let owner: pg.Client

const rows = async <T extends Record<string, unknown>>(sql: string): Promise<T[]> =>
  (await owner.query<T>(sql)).rows

beforeAll(async () => {
  booted = await bootPayload()
  owner = new pg.Client({ connectionString: booted.ownerUrl })
  await owner.connect()
  await seed({ size: '3x3600', now, say: () => undefined, progress: silent })
})
afterAll(async () => {
  await owner.end()
  await booted.stop()
})

describe('the bulk loader on a guarded database', () => {
  it('releases every article it stores, in both places', async () => {
    const [counts] = await rows<Record<string, number>>(`select
      (select count(*)::int from public.articles where _status = 'published') as live,
      (select count(*)::int from public.articles_locales where _locale = 'vi') as locales,
      (select count(*)::int from release.releases where collection = 'articles') as releases,
      (select count(*)::int from release.current_items where collection = 'articles' and locale = 'vi') as items,
      (select count(*)::int from public._articles_v where latest) as versions`)
    expect(counts).toEqual({
      live: 3600,
      locales: 3600,
      releases: 3600,
      items: 3600,
      versions: 3600,
    })
  })

  it('numbers each log without a gap and in the order of time', async () => {
    const bad = await rows(`select log from release.releases group by log
      having count(*) <> max(seq) or min(seq) <> 1`)
    expect(bad).toEqual([])
    const counters = await rows(`select s.log from release.site_sequences s
      where s.seq <> (select max(r.seq) from release.releases r where r.log = s.log)`)
    expect(counters).toEqual([])
    const late = await rows(`select log, seq from (
        select log, seq, released_at < lag(released_at) over (partition by log order by seq) as is_late
        from release.releases where collection = 'articles') r where is_late`)
    expect(late).toEqual([])
  })

  it('lets every article be found by its title, with and without its marks', async () => {
    const missing = await rows(`select i.collection, i.doc_id from release.current_items i
      left join release.item_search s using (collection, doc_id, locale)
      where s.doc_id is null or s.seq <> i.seq or s.sort_at <> i.sort_at
        or not s.exact @@ phraseto_tsquery('simple', i.title)
        or not s.folded @@ phraseto_tsquery('simple', release.fold(i.title))
        or (i.lead is not null and position(i.lead in s.text) <> 1)`)
    expect(missing).toEqual([])
  })

  it('gives every version the texts of its document', async () => {
    const different = await rows(`select v.id from public._articles_v v
      join public.articles_locales l on l._parent_id = v.parent_id
      left join public._articles_v_locales t on t._parent_id = v.id and t._locale = l._locale
      where t.version_title is distinct from l.title or t.version_lead is distinct from l.lead
        or t.version_body is distinct from l.body`)
    expect(different).toEqual([])
  })

  it('rests everything on one import decision', async () => {
    const decisions = await rows('select capacity from release.decisions')
    expect(decisions).toEqual([{ capacity: 'import' }])
  })

  it('stores what Payload itself would hash to the same', async () => {
    const req = await createLocalReq({}, booted.payload)
    const sample = await rows<{ collection: string; doc_id: number; sha256: string }>(
      `(select collection, doc_id, sha256 from release.releases where collection = 'articles' order by md5(id::text) limit 12)
       union all select collection, doc_id, sha256 from release.releases where collection in ('categories', 'site-settings', 'pages')`,
    )
    expect(sample.length).toBe(12 + 10 + 3 + 6)
    for (const one of sample) {
      const live = await snapshotNow({ req, collection: one.collection, id: one.doc_id })
      expect(`${one.collection} ${one.doc_id} ${live.sha256}`).toBe(
        `${one.collection} ${one.doc_id} ${one.sha256}`,
      )
    }
  })

  it('gives no title and no address twice', async () => {
    const twice = await rows(`select title from release.current_items
      where collection = 'articles' and locale = 'vi' group by title having count(*) > 1`)
    expect(twice).toEqual([])
    const slugs = await rows(`select slug from release.current_items
      where collection = 'articles' and locale = 'vi' group by log, slug having count(*) > 1`)
    expect(slugs).toEqual([])
  })

  it('writes Vietnamese in NFC and leaves no slot unfilled', async () => {
    const bodies = await rows<{ body: string }>('select body from release.releases')
    for (const { body } of bodies) {
      expect(body).toBe(body.normalize('NFC'))
      expect(body).not.toMatch(/"text":"[^"]*[{}|[\]]/)
    }
  })

  it('shows the articles in the admin’s list of versions, with their files on disk', async () => {
    const { docs } = await booted.payload.find({
      collection: 'articles',
      draft: true,
      where: { cover: { exists: true } },
      limit: 5,
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toHaveLength(5)
    const [one] = await rows<{ url: string }>(
      `select cover ->> 'url' as url from release.current_items where cover is not null limit 1`,
    )
    const file = await stat(`${booted.mediaDir}${one?.url}`)
    expect(file.size).toBeGreaterThan(1000)
  })

  it('writes log-ins that work, readable by their owner alone', async () => {
    const file = `${process.env.COLOA_DATA_DIR}/demo-logins.json`
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const logins = JSON.parse(await readFile(file, 'utf8')) as { email: string; password: string }[]
    expect(logins).toHaveLength(14)
    const [admin] = logins
    if (!admin) throw new Error('no log-in')
    const answer = await booted.payload.login({ collection: 'users', data: admin })
    expect(answer.user?.roles).toEqual(['systemAdmin'])
  })

  it('does nothing to a database that holds a city', async () => {
    const again = await seed({ size: '3x10', now, say: () => undefined, progress: silent })
    expect(again.isSeeded).toBe(false)
  })

  it('tells of a load that was interrupted', async () => {
    await owner.query(`insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity, explanation)
      values ('common', 'import', 0, 'publish', 1, 'import', 'Nạp: 9999 tin, bài')`)
    const said: string[] = []
    await seed({ size: '3x10', now, say: (line) => said.push(line), progress: silent })
    expect(said).toEqual([expect.stringContaining('Only 0 of 9999 articles')])
  })
})
