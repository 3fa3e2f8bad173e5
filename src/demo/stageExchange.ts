import type { Payload, PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { offer, returnProposal, takeIn } from '#plugins/cross-posting/index.ts'
import { approve, grantConsent, submitForReview } from '#plugins/editorial-board/index.ts'
import { addDays, dayOf } from './clock.ts'
import { requestOf } from './requestOf.ts'

const CITY = 'ha-noi'
const WARD = 'phuong-ba-dinh'
const HEALTH = 'y-te'

type Staging = {
  payload: Payload
  client: ClientBase
  /** User ids by key of a log-in. */
  people: ReadonlyMap<string, number>
  now: Date
}

/**
 * What goes between sites, by the verbs the boards use: two standing consents; news of the city at a ward, one as it was, one
 * adapted there before the city changed it; offers that wait on both sides; and a proposal that the city returned.
 */
export const stageExchange = async (staging: Staging): Promise<void> => {
  const { payload, client, now, people } = staging
  const as = (key: string) => requestOf(payload, people.get(key) ?? 0)
  const cityHead = await as('truong-ban')
  const cityEditor = await as('bien-tap')
  const wardHead = await as('truong-ban-phuong')
  const wardEditor = await as('bien-tap-phuong')
  await stageConsents(staging, wardHead, await as('truong-ban-y-te'))

  const [kept, adapted, wide] = await newestOf(client, CITY, 3)
  const [returned] = await newestOf(client, WARD, 1)
  const [waiting] = await newestOf(client, HEALTH, 1)
  if (!kept || !adapted || !wide || !returned || !waiting) return
  const take = async (id: number, note: string) => {
    const proposalId = await offerTo({ req: cityEditor, id, log: WARD, note })
    const taken = await takeIn({ req: wardHead, proposalId, now })
    await approve({ req: wardHead, submissionId: taken.submissionId, now })
    return taken.docId
  }
  await take(kept, 'Nhờ phường báo tới các tổ dân phố.')
  const copy = await take(adapted, 'Có phần việc của phường ở đoạn thứ hai.')
  await change({
    writer: wardEditor,
    head: wardHead,
    id: copy,
    now,
    ending: ' – tại phường Ba Đình',
  })
  await change({ writer: cityEditor, head: cityHead, id: adapted, now, ending: ' (cập nhật)' })
  await offer({
    req: cityEditor,
    collection: 'articles',
    id: wide,
    logs: await someSites(client),
    note: 'Tin chung toàn Thành phố, đề nghị các trang đăng trong tuần.',
  })
  const proposalId = await offerTo({
    req: wardEditor,
    id: returned,
    log: CITY,
    note: 'Phường đề nghị đăng để người dân phường lân cận cùng biết.',
  })
  await returnProposal({
    req: cityHead,
    proposalId,
    reason:
      'Tin chỉ liên quan một phường. Đề nghị bổ sung số liệu của các phường lân cận rồi gửi lại.',
  })
  await offerTo({
    req: await as('truong-ban-y-te'),
    id: waiting,
    log: CITY,
    note: 'Sở đề nghị đăng ở chuyên mục Y tế, sức khỏe.',
  })
}

/** A ward lets emergencies and updates of the city in; the health service what the city writes of health. */
const stageConsents = async (
  { client, now }: Staging,
  wardHead: PayloadRequest,
  healthHead: PayloadRequest,
) => {
  const { rows } = await client.query<{ doc_id: number }>(
    `select doc_id from release.current_items where collection = 'categories' and slug = 'y-te-suc-khoe' limit 1`,
  )
  const today = dayOf(now)
  const shared = { sourceLog: CITY, startsOn: today, endsOn: addDays(today, 365) }
  await grantConsent({
    req: wardHead,
    consent: {
      ...shared,
      log: WARD,
      collections: null,
      categories: null,
      mayPublish: false,
      mayUpdate: true,
      mayEmergency: true,
      document: '03/NQ-BBT',
    },
  })
  await grantConsent({
    req: healthHead,
    consent: {
      ...shared,
      log: HEALTH,
      collections: ['articles'],
      categories: rows.map((one) => one.doc_id),
      mayPublish: true,
      mayUpdate: true,
      document: '07/NQ-BBT',
    },
  })
}

const offerTo = async (of: {
  req: PayloadRequest
  id: number
  log: string
  note: string
}): Promise<string> => {
  const { req, id, log, note } = of
  const { offered } = await offer({ req, collection: 'articles', id, logs: [log], note })
  const [made] = offered
  if (!made) throw new Error(`demo: article ${id} cannot be offered to ${log}`)
  return made.id
}

/** Writes some words more into a title, and has the board decide on them. */
const change = async (of: {
  writer: PayloadRequest
  head: PayloadRequest
  id: number
  ending: string
  now: Date
}) => {
  const { writer, head, id, ending, now } = of
  const { payload } = writer
  const reading = {
    collection: 'articles',
    id,
    depth: 0,
    locale: 'vi',
    overrideAccess: true,
  } as const
  const before = await payload.findByID({ ...reading, draft: true, req: writer })
  await payload.update({
    ...reading,
    data: { title: `${before.title}${ending}` },
    draft: true,
    req: writer,
  })
  const { submissionId } = await submitForReview({ req: writer, collection: 'articles', id, now })
  await approve({ req: head, submissionId, now })
}

const newestOf = async (client: ClientBase, log: string, limit: number): Promise<number[]> => {
  const { rows } = await client.query<{ doc_id: number }>(
    `select doc_id from release.current_items where log = $1 and collection = 'articles' and locale = 'vi'
     order by released_at desc, seq desc limit $2`,
    [log, limit],
  )
  return rows.map((one) => one.doc_id)
}

const someSites = async (client: ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ code: string }>(
    `select code from public.sites where kind::text = 'component' and code <> $1 order by id limit 12`,
    [HEALTH],
  )
  return rows.map((one) => one.code)
}
