import type { Payload, PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import {
  appoint,
  grantMandate,
  returnForClarification,
  submitForReview,
  withdraw,
} from '#plugins/editorial-board/index.ts'
import { dayOf } from './clock.ts'
import { requestOf } from './requestOf.ts'
import { stageExchange } from './stageExchange.ts'
import { stageProgramme } from './stageProgramme.ts'

/** A draft somebody hands to the board. */
export type Waiting = { id: number; userId: number }

/**
 * A board's morning, through the doors the boards use: the deputy acts for the head this month, an appointment waits for a
 * second registrar, drafts are submitted, the first comes back with a question, and a released article is withdrawn.
 */
export const stageDesk = async (args: {
  payload: Payload
  client: ClientBase
  waiting: readonly Waiting[]
  headId: number
  /** User ids by key of a log-in. */
  people: ReadonlyMap<string, number>
  now: Date
}): Promise<void> => {
  const { payload, client, waiting, headId, now } = args
  const head = await requestOf(payload, headId)
  await stageRegister({ payload, head, people: args.people, now })
  for (const [index, one] of waiting.entries()) {
    const req = await requestOf(payload, one.userId)
    const { submissionId } = await submitForReview({ req, collection: 'articles', id: one.id, now })
    if (index > 0) continue
    await returnForClarification({
      req: head,
      submissionId,
      explanation: 'Đề nghị bổ sung nguồn của số liệu và tên cơ quan cung cấp.',
      now,
    })
  }
  await stageExchange({ payload, client, people: args.people, now })
  await stageProgramme({ payload, client, people: args.people, now })
  const { rows } = await client.query<{ doc_id: number }>(
    `select doc_id from release.current_items where log = 'ha-noi' and collection = 'articles' and locale = 'vi'
     order by released_at desc offset 25 limit 1`,
  )
  const [target] = rows
  if (!target) return
  await withdraw({
    req: head,
    collection: 'articles',
    id: target.doc_id,
    type: 'error',
    explanation:
      'Thông tin về thời gian chưa được cơ quan cung cấp xác nhận; sẽ đăng lại khi có số liệu đúng.',
  })
}

/** The deputy acts for the head from the first of the month on for a month; a member's promotion waits to be confirmed. */
const stageRegister = async (args: {
  payload: Payload
  head: PayloadRequest
  people: ReadonlyMap<string, number>
  now: Date
}): Promise<void> => {
  const { payload, head, people, now } = args
  const [deputy, member, registrar] = ['pho-ban', 'thanh-vien', 'quan-tri'].map((key) =>
    people.get(key),
  )
  const today = dayOf(now)
  if (deputy)
    await grantMandate({
      req: head,
      mandate: {
        board: 'ha-noi',
        principal: head.user?.id ?? 0,
        delegate: deputy,
        collections: null,
        categories: null,
        startsOn: `${today.slice(0, 8)}01`,
        endsOn: dayOf(new Date(now.getTime() + MONTH_MS)),
        document: '12/GUQ-BBT',
      },
    })
  if (member && registrar)
    await appoint({
      req: await requestOf(payload, registrar),
      appointment: {
        board: 'ha-noi',
        person: member,
        role: 'deputy',
        startsOn: today,
        document: '415/QĐ-UBND',
      },
    })
}

const MONTH_MS = 30 * 86_400_000
