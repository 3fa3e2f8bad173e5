import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import type { ClientBase } from 'pg'
import { freezeSubmission, recordDecision, release } from '#plugins/release-log/index.ts'

/** A draft somebody hands to the board. */
export type Waiting = { id: number; userId: number }

/** Puts submissions on the boards' desks and withdraws one article, through the same doors the boards use. */
export const stageDesk = async (args: {
  payload: Payload
  client: ClientBase
  waiting: readonly Waiting[]
  headId: number
}): Promise<void> => {
  const { payload, client, waiting, headId } = args
  for (const one of waiting) {
    const user = await payload.findByID({
      collection: 'users',
      id: one.userId,
      depth: 0,
      overrideAccess: true,
    })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    await freezeSubmission({ req, collection: 'articles', id: one.id })
  }
  const { rows } = await client.query<{ doc_id: number; log: string }>(
    `select doc_id, log from release.current_items where log = 'ha-noi' and collection = 'articles' and locale = 'vi'
     order by released_at desc offset 25 limit 1`,
  )
  const [target] = rows
  if (!target) return
  const head = await payload.findByID({
    collection: 'users',
    id: headId,
    depth: 0,
    overrideAccess: true,
  })
  const req = await createLocalReq({ user: { ...head, collection: 'users' } }, payload)
  const decision = await recordDecision({
    req,
    decision: {
      submissionId: null,
      log: target.log,
      collection: 'articles',
      docId: target.doc_id,
      kind: 'withdraw',
      sha256: null,
      decidedBy: headId,
      capacity: 'head',
      reasonCode: 'P-14.3c',
      explanation:
        'Thông tin về thời gian chưa được cơ quan cung cấp xác nhận; sẽ đăng lại khi có số liệu đúng.',
    },
  })
  await release({ req, decisionId: decision.id })
}
