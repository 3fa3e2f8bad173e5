import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import { freezeSubmission, recordDecision, release } from '#plugins/release-log/index.ts'

/** Releases per second: drafts are submitted and decided first, then carried out, one lane a site. */
export const releaseRate = async (options: {
  payload: Payload
  sites: number[]
  category: number
  perSite: number
}): Promise<number> => {
  const { payload } = options
  const lanes = await Promise.all(options.sites.map((site) => prepare({ ...options, site })))
  const started = performance.now()
  await Promise.all(
    lanes.map(async (decisions) => {
      for (const decisionId of decisions) {
        await release({ req: await createLocalReq({}, payload), decisionId })
      }
    }),
  )
  return lanes.flat().length / ((performance.now() - started) / 1000)
}

const prepare = async (options: {
  payload: Payload
  site: number
  category: number
  perSite: number
}): Promise<string[]> => {
  const { payload, site, category, perSite } = options
  const decisions: string[] = []
  for (let n = 0; n < perSite; n += 1) {
    const { id } = await payload.create({
      collection: 'articles',
      data: { title: `Tin ${site} ${n}`, body: body as never, site, category }, // lexical's own type is wider than ours
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
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
        decidedBy: 1,
        capacity: 'head',
      },
    })
    decisions.push(decision.id)
  }
  return decisions
}

const text = {
  type: 'text',
  text: 'Nội dung của bài đo.',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
}
const paragraph = {
  type: 'paragraph',
  format: '',
  indent: 0,
  version: 1,
  direction: 'ltr',
  children: [text],
}
const body = {
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [paragraph],
  },
}
