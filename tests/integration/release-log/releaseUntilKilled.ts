// A process of the kill test: releases drafts as fast as it can and says each number it was given.
import { createLocalReq, getPayload } from 'payload'
import { freezeSubmission, recordDecision, release } from '#plugins/release-log/index.ts'
import config from '#payload-config'

const ids = JSON.parse(process.argv[2] ?? '[]') as number[]
const payload = await getPayload({ config })
process.stdout.write('ready\n')
await Promise.all([0, 1, 2].map((lane) => work(ids.filter((_id, index) => index % 3 === lane))))
process.stdout.write('done\n')
process.exit(0)

async function work(lane: number[]) {
  for (const id of lane) {
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
    const { seq } = await release({ req, decisionId: decision.id })
    process.stdout.write(`released ${seq}\n`)
  }
}
