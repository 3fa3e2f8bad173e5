import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import {
  returnForClarification,
  submitForReview,
  withdraw,
} from '#plugins/editorial-board/index.ts'

/** A draft somebody hands to the board. */
export type Waiting = { id: number; userId: number }

/**
 * A board's morning, through the doors the boards use: drafts are submitted, the first comes back with a question, and a
 * released article is withdrawn.
 */
export const stageDesk = async (args: {
  payload: Payload
  client: ClientBase
  waiting: readonly Waiting[]
  headId: number
  now: Date
}): Promise<void> => {
  const { payload, client, waiting, headId, now } = args
  const head = await requestOf(payload, headId)
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

const requestOf = async (payload: Payload, id: number): Promise<PayloadRequest> => {
  const user = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
  })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}
