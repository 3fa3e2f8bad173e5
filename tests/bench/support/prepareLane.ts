import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import { freezeSubmission, recordDecision, release } from '#plugins/release-log/index.ts'
import { paragraph, richText } from '#src/demo/lexical.ts'

/** Documents of one site on their way to the public, one after the other. */
export type Lane = {
  count: number
  /** Saves each once more as a draft, a comma longer. */
  saveDrafts: () => Promise<void>
  /** Carries each decision out. */
  release: () => Promise<void>
}

/** Writes, submits and decides `count` articles of a site and as many that stay drafts. */
export const prepareLane = async (options: {
  payload: Payload
  board: { site: number; head: number }
  count: number
}): Promise<Lane> => {
  const { payload, board, count } = options
  const decisions: string[] = []
  const drafts: number[] = []
  const category = await payload.find({ collection: 'categories', limit: 1, overrideAccess: true })
  const section = category.docs[0]?.id ?? 0
  for (let n = 0; n < count * 2; n += 1) {
    const { id } = await payload.create({
      collection: 'articles',
      data: {
        title: `Tin ${board.site} ${Date.now()} ${n}`,
        body,
        site: board.site,
        category: section,
      },
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
    if (n % 2 === 0) drafts.push(id)
    else decisions.push(await decide({ payload, id, head: board.head }))
  }
  return {
    count,
    saveDrafts: async () => {
      for (const id of drafts) {
        const data = { lead: 'Bản nháp, một dấu phẩy.' }
        await payload.update({
          collection: 'articles',
          id,
          data,
          draft: true,
          overrideAccess: true,
          depth: 0,
        })
      }
    },
    release: async () => {
      for (const decisionId of decisions) {
        await release({ req: await createLocalReq({}, payload), decisionId })
      }
    },
  }
}

const decide = async (options: { payload: Payload; id: number; head: number }): Promise<string> => {
  const { payload, id, head } = options
  const req = await createLocalReq({}, payload)
  const submission = await freezeSubmission({ req, collection: 'articles', id })
  const { log, sha256 } = submission
  const decision = await recordDecision({
    req,
    decision: {
      submissionId: submission.id,
      log,
      collection: 'articles',
      docId: id,
      kind: 'publish',
      sha256,
      decidedBy: head,
      capacity: 'head',
    },
  })
  return decision.id
}

const body = richText([paragraph('Nội dung của bài đo.')]) as never // Payload's own type of a body is wider
