import { createHash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { expect } from 'vitest'

/** Everything that must hold after any morning, asked of the tables themselves. */
export const demandInvariants = async (owner: pg.Pool, key: KeyObject, docs: readonly number[]) => {
  await demandPublicIsLastRelease(owner, docs)
  await demandOneDecisionEach(owner)
  await demandFourEyes(owner)
  await demandNoGap(owner)
  await demandChain(owner, key)
}

const demandPublicIsLastRelease = async (owner: pg.Pool, docs: readonly number[]) => {
  const { rows } = await owner.query<{
    id: number
    body: string | null
    shown: unknown
    status: string
  }>(
    `select a.id, l.body, (select i.body from release.current_items i
       where i.collection = 'articles' and i.doc_id = a.id and i.locale = 'vi') as shown, a._status as status
     from public.articles a left join lateral (select r.body from release.releases r
       where r.collection = 'articles' and r.doc_id = a.id order by r.seq desc limit 1) l on true
     where a.id = any ($1)`,
    [docs],
  )
  for (const row of rows) {
    const last = row.body ? (JSON.parse(row.body) as { locales: { vi: unknown } }).locales.vi : null
    expect(row.shown, `document ${row.id}`).toEqual(last)
    expect(row.status).toBe(row.body ? 'published' : 'draft')
  }
}

const demandOneDecisionEach = async (owner: pg.Pool) => {
  const { rows } = await owner.query(
    `select r.log, r.seq from release.releases r left join release.decisions d on d.id = r.decision_id
     left join release.submissions s on s.id = d.submission_id
     where d.id is null or d.sha256 is distinct from r.sha256 or d.kind <> r.kind or d.doc_id <> r.doc_id
       or (r.kind <> 'withdraw' and s.sha256 is distinct from r.sha256)
       or d.publish_at > r.released_at or d.decided_at > r.released_at
     union all select 'twice', count(*) from release.releases group by decision_id having count(*) > 1`,
  )
  expect(rows).toEqual([])
}

/** By the rows alone: no ballot of a person who wrote in, or submitted, what it approved. */
const demandFourEyes = async (owner: pg.Pool) => {
  const { rows } = await owner.query(
    `select b.submission_id from editorial.ballots b join editorial.reviews r on r.submission_id = b.submission_id and r.round = b.round
     join editorial.accounts me on me.person = b.person
     join editorial.accounts wrote on wrote.person = any (r.contributors || r.submitted_by)
     where b.vote = 'approve' and coalesce(me.identity, me.person::text) = coalesce(wrote.identity, wrote.person::text)`,
  )
  expect(rows).toEqual([])
}

const demandNoGap = async (owner: pg.Pool) => {
  const { rows } = await owner.query(
    `select log from release.releases group by log
     having count(*) <> max(seq) or max(seq) <> (select q.seq from release.site_sequences q where q.log = releases.log)`,
  )
  expect(rows).toEqual([])
}

const demandChain = async (owner: pg.Pool, key: KeyObject) => {
  const { rows } = await owner.query<{
    board: string
    n: string
    text: string
    hash: string
    signatures: { value: string }[]
  }>('select board, n, text, hash, signatures from editorial.ledger order by board, ledger.n')
  let before = { board: '', n: 0, hash: '' }
  for (const row of rows) {
    if (row.board !== before.board) before = { board: row.board, n: 0, hash: '' }
    const bytes = Buffer.from(row.text, 'utf8')
    const said = JSON.parse(row.text) as { n: number; previous: string }
    expect([Number(row.n), said.n, said.previous]).toEqual([
      before.n + 1,
      before.n + 1,
      before.hash,
    ])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.hash)
    expect(verify(null, bytes, key, Buffer.from(row.signatures[0]?.value ?? '', 'base64'))).toBe(
      true,
    )
    before = { board: row.board, n: said.n, hash: row.hash }
  }
}
