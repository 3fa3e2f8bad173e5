import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acknowledgeIncident } from '#plugins/update-sla/incidents/acknowledgeIncident.ts'
import { acknowledgeIncidents } from '#plugins/update-sla/incidents/acknowledgeIncidents.ts'
import { groupIncidents } from '#plugins/update-sla/incidents/groupIncidents.ts'
import { readIncidents } from '#plugins/update-sla/incidents/readIncidents.ts'
import { endSilence } from '#plugins/update-sla/silences/endSilence.ts'
import { readSilences } from '#plugins/update-sla/silences/readSilences.ts'
import { silence } from '#plugins/update-sla/silences/silence.ts'
import { openSlaDesk } from '#tests/support/slaDesk.ts'
import type { SlaDesk } from '#tests/support/slaDesk.ts'

let desk: SlaDesk
let operator: PayloadRequest
let editor: PayloadRequest
const ops = 'ops@coloa.example'

beforeAll(async () => {
  desk = await openSlaDesk()
  for (const code of ['xa-2', 'xa-3']) await desk.site(code)
  operator = await requestOf(await desk.person({ email: 'truc@coloa.example', isOperator: true }))
  editor = await requestOf(await desk.person({ email: 'bien-tap@coloa.example', site: 'xa-3' }))
  await desk.tick('2026-11-23T06:00:00+07:00')
})
afterAll(() => desk.stop())

const requestOf = async (id: number) => {
  const { payload } = desk.app
  const user = await payload.findByID({ collection: 'users', id, overrideAccess: true, depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } as never }, payload) // a user as the session gives it
}
const planned = (more: object = {}) => ({
  owner: 'site:xa-3',
  obligation: null,
  from: new Date('2026-11-23T09:00:00+07:00'),
  until: new Date('2026-11-23T11:00:00+07:00'),
  reason: 'Bảo trì máy chủ',
  ...more,
})
const quiet = (req: PayloadRequest, more: object = {}) =>
  silence({ req, silence: planned(more), now: new Date('2026-11-23T06:00:00+07:00') })

test('a silence needs a right, a reason, an end and something that exists', async () => {
  const refusals: [() => Promise<unknown>, string][] = [
    [() => quiet(editor), 'not_owner'],
    [() => quiet(operator, { reason: ' ' }), 'reason_missing'],
    [() => quiet(operator, { until: new Date('2026-11-23T09:00:00+07:00') }), 'silence_span'],
    [() => quiet(operator, { from: new Date('2026-11-23T05:54:00+07:00') }), 'silence_from_past'],
    [() => quiet(operator, { until: new Date('2026-11-30T09:01:00+07:00') }), 'silence_too_long'],
    [() => quiet(operator, { owner: 'site:none' }), 'owner_unknown'],
    [() => quiet(operator, { obligation: 'none' }), 'obligation_unknown'],
    [() => endSilence({ req: operator, id: 999, now: new Date() }), 'silence_unknown'],
  ]
  for (const [refused, code] of refusals) await expect(refused()).rejects.toMatchObject({ code })
})

test('what was typed a few minutes ago is no past, and the longest time is the deployment’s', async () => {
  const within = {
    owner: 'site:xa-2',
    obligation: 'componentAfternoon',
    from: new Date('2026-11-23T05:56:00+07:00'),
    until: new Date('2026-11-23T05:57:00+07:00'),
  }
  await expect(quiet(operator, within)).rejects.toMatchObject({ code: 'silence_span' })
  await quiet(operator, { ...within, until: new Date('2026-11-23T06:01:00+07:00') })
  const late = { ...within, from: new Date('2026-11-27T00:00:00+07:00') }
  const ofThree = { ...late, until: new Date('2026-11-30T00:00:00+07:00') }
  await desk.owner.query('update sla.settings set longest_silence_days = 2')
  await expect(quiet(operator, ofThree)).rejects.toMatchObject({
    code: 'silence_too_long',
    details: { field: 'until', days: 2 },
  })
  await desk.owner.query('update sla.settings set longest_silence_days = 3')
  const { id } = await quiet(operator, ofThree)
  expect(Number(id)).toBeGreaterThan(0)
  await desk.owner.query('update sla.settings set longest_silence_days = 7')
})

test('while a silence lasts nobody is told of its owner; what was missed is recorded', async () => {
  await quiet(operator)
  await desk.tick('2026-11-23T10:00:20+07:00')
  const [mail, ...others] = desk.mailsTo(ops).filter((one) => one.subject?.endsWith('sáng 23/11'))
  expect(others).toHaveLength(0)
  expect(mail?.text).toContain('Xã xa-2')
  expect(mail?.text).not.toContain('Xã xa-3')
  expect(desk.mailsTo('bien-tap@coloa.example')).toHaveLength(0)
  const [row] = await readSilences(desk.owner, {
    language: 'vi',
    now: new Date('2026-11-23T10:00:20+07:00'),
  })
  expect(row).toMatchObject({ ownerName: 'Xã xa-3', reason: 'Bảo trì máy chủ' })
  const { rows } = await desk.owner.query(
    `select rung from sla.alerts where day = '2026-11-23' and muted_by = $1 order by fires_at`,
    [`silence:${row?.id}`],
  )
  expect(rows).toEqual([{ rung: 'closing' }, { rung: 'due' }])
  expect(row?.muted).toBeGreaterThanOrEqual(2)
})

test('a silence that is ended before its time mutes nothing later, and ends once', async () => {
  const { id } = await quiet(operator, {
    from: new Date('2026-11-23T11:00:00+07:00'),
    until: new Date('2026-11-24T11:00:00+07:00'),
  })
  const end = () =>
    endSilence({
      req: operator,
      id: Number(id),
      now: new Date('2026-11-23T12:00:00+07:00'),
    })
  await end()
  await expect(end()).rejects.toMatchObject({ code: 'silence_over' })
  await desk.tick('2026-11-23T14:30:00+07:00')
  expect(desk.mailsTo('bien-tap@coloa.example')).toHaveLength(1)
})

test('an incident is taken on by who answers for it, and by nobody else', async () => {
  const list = async (owners: string[] | null, isOpenOnly = true, text?: string) =>
    (
      await readIncidents(desk.owner, {
        language: 'vi',
        since: new Date('2026-11-23T00:00:00+07:00'),
        owners,
        isOpenOnly,
        text,
        offset: 0,
        limit: 50,
      })
    ).rows
  const own = (await list(['site:xa-3'])).find((one) => one.mutedBy === null)
  const foreign = (await list(['site:xa-2']))[0]
  expect(own).toMatchObject({ ownerName: 'Xã xa-3', told: 1, acknowledgedAt: null })
  const named = await list(null, true, 'xa XA-3')
  expect(named.map((one) => one.incident)).toEqual(
    (await list(['site:xa-3'])).map((one) => one.incident),
  )
  expect(await list(null, true, '%')).toEqual([])
  const now = new Date('2026-11-23T15:00:00+07:00')
  const take = (req: PayloadRequest, incident = '') => acknowledgeIncident({ req, incident, now })
  await expect(take(editor, foreign?.incident)).rejects.toMatchObject({ code: 'not_owner' })
  await expect(take(editor, 'none')).rejects.toMatchObject({ code: 'incident_unknown' })
  await take(editor, own?.incident)
  await take(operator, own?.incident)
  expect((await list(['site:xa-3'])).some((one) => one.incident === own?.incident)).toBe(false)
  const taken = (await list(['site:xa-3'], false)).find((one) => one.incident === own?.incident)
  expect(taken?.acknowledgedBy).toBe('Người bien-tap@coloa.example')
  await desk.tick('2026-11-24T17:00:00+07:00')
  const { rows } = await desk.owner.query(
    `select from sla.alerts where incident = $1 and rung = 'dayAfter' and muted_by is null`,
    [own?.incident],
  )
  expect(rows).toHaveLength(0)
})

test('the same thing owed by many is one group, and who takes it on takes on what is theirs', async () => {
  await desk.owner.query(
    `insert into sla.alerts (incident, thread, obligation, version, owner, rung, severity, due_at, fires_at, noted_at)
     select 'clock:' || 9000 + n, 'clock:' || 9000 + n, o.code, o.version, case n when 1 then 'site:xa-3' else 'unit:u-' || n end,
       'due', 'breach', '2026-11-27T10:00:00Z', '2026-11-27T10:00:00Z', now()
     from generate_series(1, 150) n, (select code, version from sla.obligations where code = 'policyLaw' limit 1) o`,
  )
  const read = (owners: string[] | null, page = 1, limit = 50) =>
    readIncidents(desk.owner, {
      language: 'vi',
      since: new Date('2026-11-23T00:00:00+07:00'),
      owners,
      isOpenOnly: true,
      offset: (page - 1) * limit,
      limit,
    })
  const all = await read(null)
  const [group, ...others] = groupIncidents(all.rows)
  expect(group).toMatchObject({ size: 150 })
  expect(group?.rows).toHaveLength(150)
  expect(all.total).toBe(all.rows.length)
  expect(all.groups).toBe(others.length + 1)
  const second = await read(null, 2, 1)
  expect(second.rows[0]?.incident).toBe(others[0]?.rows[0].incident)
  expect(second.groups).toBe(all.groups)
  expect((await read(['site:xa-3'])).rows[0]).toMatchObject({
    incident: 'clock:9001',
    groupSize: 1,
  })

  const incidents = group?.rows.map(({ incident }) => incident) ?? []
  const now = new Date('2026-11-28T08:00:00+07:00')
  const take = (req: PayloadRequest, some: readonly string[]) =>
    acknowledgeIncidents({ req, incidents: some, now })
  await expect(take(editor, ['clock:9002', 'clock:9003'])).rejects.toMatchObject({
    code: 'not_owner',
  })
  await expect(take(operator, ['none'])).rejects.toMatchObject({ code: 'incident_unknown' })
  expect(await take(editor, incidents)).toEqual({ taken: 1, known: 0, refused: 149 })
  expect(await take(operator, incidents)).toEqual({ taken: 149, known: 1, refused: 0 })
  expect(await take(operator, incidents)).toEqual({ taken: 0, known: 150, refused: 0 })
  expect((await read(null)).total).toBe(all.total - 150)
})
