import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { verifyDatabase } from '#tests/support/verifyDatabase.ts'
import { actorNames } from './actors.ts'
import type { ActorName } from './actors.ts'
import { anonymousGlance, anonymousPicture } from './anonymousPicture.ts'
import type { Attack, Outcome } from './attack.ts'
import { attempt, send } from './attack.ts'
import { attackList } from './attackList.ts'
import { openGround, secret } from './openGround.ts'
import type { Ground } from './openGround.ts'
import { createResultTable } from './resultTable.ts'
import { sqlAttacks } from './sqlAttacks.ts'

let ground: Ground
let picture: string[]
let glance: string[]
const table = createResultTable()

beforeAll(async () => {
  ground = await openGround()
  picture = await anonymousPicture(ground)
  glance = await anonymousGlance(ground)
})
afterAll(async () => {
  table.print()
  await ground?.stop()
})

test('the picture of a stranger is whole, and shows nothing that is not released', () => {
  expect(ground.faults).toEqual([])
  expect(picture.filter((line) => / 5\d\d /.test(line.slice(0, 120)))).toEqual([])
  expect(picture.join('\n')).toContain('Bài đã duyệt')
  expect(picture.join('\n')).not.toContain(secret)
})

describe.each(attackList.map((one) => [`${one.row} ${one.via}: ${one.name}`, one] as const))(
  '%s',
  (_title, attack) => {
    test.each(actorNames)('as %s', async (who) => {
      const noted = await lastRefusal()
      const outcome = await attack.run(ground, ground.actors[who])
      table.add(attack, who, outcome)
      expect(await anonymousGlance(ground)).toEqual(glance)
      demandRefusal(attack, who, outcome)
      await demandNote(attack, who, outcome, noted)
    })

    test('leaves all that a stranger sees as it was', async () => {
      expect(await anonymousPicture(ground)).toEqual(picture)
    })
  },
)

describe('plain SQL of the runtime role', () => {
  test.each(sqlAttacks)('22: %s', async (name, statement, code = '42501') => {
    const error: unknown = await ground.app.query(statement(ground)).catch((one: unknown) => one)
    table.addStatement(name, error)
    expect(error).toMatchObject({ code })
    expect(await anonymousPicture(ground)).toEqual(picture)
  })

  test('1.2 identity: a decision in the name of somebody who holds no office is not recorded', async () => {
    const forge = ground.app.query(
      `insert into release.decisions (submission_id, log, collection, doc_id, kind, sha256, decided_by, capacity)
       select id, log, collection, doc_id, 'publish', sha256, $2, 'head' from release.submissions where id = $1`,
      [ground.submission, ground.actors.administrator.id],
    )
    await expect(forge).rejects.toMatchObject({ message: 'may_not_decide' })
  })
})

test('1.2 jobs: whoever puts forged work into the queue makes nothing public', async () => {
  const { pluginJobs } = await import('#src/worker/pluginJobs.ts')
  const context = {
    payload: ground.payload,
    pool: ground.app,
    env: readRuntimeEnv(process.env),
    logger: pino({ level: 'silent' }),
    now: () => new Date(),
  }
  const forged = {
    log: 'ha-noi',
    collection: 'articles',
    docId: ground.docs.fresh,
    id: ground.docs.fresh,
    submissionId: ground.submission,
    decisionId: ground.submission,
    _status: 'published',
  }
  for (const jobs of pluginJobs) {
    for (const [name, task] of Object.entries(jobs.tasks(context))) {
      const outcome = await attempt(async () => task?.(forged, {} as never)) // a job without its helpers
      table.addJob(name, outcome)
      expect(await anonymousPicture(ground), name).toEqual(picture)
    }
  }
})

test('drafting goes on: save, autosave, restore as a draft, alternative text, delete what never was public', async () => {
  const { docs, actors } = ground
  const scrap = await ground.article('Bản nháp bỏ đi')
  const calls: [string, string, unknown?][] = [
    ['PATCH', `/api/articles/${docs.live}?draft=true`, { lead: 'Đang viết' }],
    ['PATCH', `/api/articles/${docs.live}?draft=true&autosave=true`, { lead: 'Đang viết nữa' }],
    ['POST', `/api/articles/versions/${ground.publishedVersion}?draft=true`],
    ['PATCH', `/api/media/${ground.picture}`, { alt: 'Chợ hoa Hàng Lược' }],
    ['DELETE', `/api/articles/${scrap}`],
  ]
  for (const [method, url, body] of calls) {
    const answer = await send(ground, actors.head, method, url, body)
    expect(answer).toMatchObject({ is: 'answered', status: 200 })
  }
  expect(await anonymousPicture(ground)).toEqual(picture)
})

test('a copy of what is public is a draft', async () => {
  const { docs, actors } = ground
  const answer = await send(ground, actors.head, 'POST', `/api/articles/${docs.live}/duplicate`, {})
  expect(answer).toMatchObject({ is: 'answered', status: 200 })
  const { doc } = JSON.parse(answer.is === 'answered' ? answer.text : '{}') as {
    doc: { id: number; _status: string; title: string }
  }
  expect([doc._status, doc.title]).toEqual(['draft', 'Bài đã duyệt'])
  const stored = await ground.payload.findByID({
    collection: 'articles',
    id: doc.id,
    overrideAccess: true,
    depth: 0,
  })
  expect(stored._status).toBe('draft')
})

/** Last, because it works: whoever speaks for the server to the database can forge a hand, and is found. */
test('a decision forged in the head’s name with the runtime role’s SQL is seen by the picture and named by the verifier', async () => {
  const { rows } = await ground.app.query<{ id: string }>(
    `insert into release.decisions (submission_id, log, collection, doc_id, kind, sha256, decided_by, capacity)
     select id, log, collection, doc_id, 'publish', sha256, $2, 'head' from release.submissions where id = $1 returning id`,
    [ground.submission, ground.decider.id],
  )
  const forged = rows[0]?.id ?? ''
  await ground.app.query('select release.append($1)', [forged])
  table.addStatement('forge a decision of the head and carry it out', { code: 'named by verify' })
  expect(await anonymousPicture(ground)).not.toEqual(picture)
  expect(await anonymousGlance(ground)).not.toEqual(glance)
  const { findings } = await verifyDatabase()
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'row_unsigned', table: 'release.decisions', key: forged }),
  )
})

const outsiders: readonly ActorName[] = ['citizen', 'apiKey', 'anonymous']

const demandRefusal = (attack: Attack, who: ActorName, outcome: Outcome) => {
  if (attack.isReading && outsiders.includes(who)) {
    expect(JSON.stringify(outcome)).not.toContain(secret)
  }
  if (outcome.is === 'done') {
    expect(attack.mayPass, outcome.what).toBe(true)
    return
  }
  if (outcome.is === 'thrown') return
  if (outcome.status < 400) {
    expect(attack.mayPass, outcome.text).toBe(true)
    return
  }
  expect(outcome.status, outcome.text).toBeLessThan(500)
  expect(outcome.code, outcome.text).toMatch(/^[a-z_]+$/)
  expect(outcome.text).not.toContain('"stack"')
}

/** What a person was refused over HTTP is in the audit trail under his name and the path he took. */
const demandNote = async (attack: Attack, who: ActorName, outcome: Outcome, before: number) => {
  const { id } = ground.actors[who]
  if (outcome.is !== 'answered' || attack.isAbsent || id === undefined) return
  if (outcome.status !== 403 && !attack.isBulk) return
  const { rows } = await ground.owner.query<{ actor: number; path: string; code: string }>(
    'select actor, path, code from release.refusals where id > $1 order by id',
    [before],
  )
  expect(rows, outcome.text).toContainEqual(
    expect.objectContaining({
      actor: id,
      path: outcome.path,
      code: outcome.status === 403 ? outcome.code : 'delete_refused',
    }),
  )
}

const lastRefusal = async (): Promise<number> => {
  const { rows } = await ground.owner.query<{ id: string | null }>(
    'select max(id) as id from release.refusals',
  )
  return Number(rows[0]?.id ?? 0)
}
