import { inventName } from './data/names.ts'
import { legalBases } from './data/legalBases.ts'
import { streets } from './data/streets.ts'
import { workingDays } from './data/workingDays.ts'
import { storeDrafts } from './loadCity.ts'
import type { Progress } from './loadCity.ts'
import type { Publish } from './publisher.ts'
import { reserveIds } from './bulk/reserveIds.ts'
import { store, storeNew } from './loadRegistry.ts'
import type { Loading, Registry } from './loadRegistry.ts'
import type { Waiting } from './stageDesk.ts'
import { makeArticle } from './make/article.ts'
import type { ArticleWorld } from './make/article.ts'
import { makeBulletin } from './make/bulletins.ts'
import { loadStorms } from './loadStorms.ts'
import { loadDeviceStates } from './loadDeviceStates.ts'
import { makeDevice } from './make/devices.ts'
import { makeDocument } from './make/documents.ts'
import { answerData, makeQuestion } from './make/questions.ts'
import type { Place } from './make/place.ts'
import { spreadSchedule } from './make/schedule.ts'

type Life = {
  loading: Loading
  registry: Registry
  world: ArticleWorld
  publish: Publish
  progress: Progress
}

const HOUR_MS = 3_600_000

/** Documents, questions, bulletins, devices, rules and drafts of the demo. */
export const loadPublicLife = async (life: Life): Promise<Waiting[]> => {
  const { loading, progress } = life
  progress.start('Lịch làm việc, căn cứ pháp lý', 1)
  await storeNew(
    loading,
    'working-days',
    workingDays.map((day) => ({
      date: day.date,
      kind: day.kind,
      reason: { vi: day.reason, en: day.reasonEn },
      instrument: day.instrument,
      isProvisional: day.isProvisional ?? false,
    })),
  )
  await storeNew(
    loading,
    'legal-bases',
    legalBases.map(([clause, profile, instrument, vi, en]) => ({
      clause,
      profile,
      instrument,
      title: { vi, en },
      validFrom: profile === 'hanoi' ? '2025-10-07T00:00:00.000+07:00' : undefined,
    })),
  )
  progress.advance(1)
  await loadOfficialDocuments(life)
  await loadQuestions(life)
  await loadBulletins(life)
  await loadDevices(life)
  await loadStorms(life)
  return loadDrafts(life)
}

const cityOf = (life: Life): Place => {
  const place = life.registry.places[0]
  if (!place) throw new Error('demo: the city has no site')
  return place
}

const loadOfficialDocuments = async (life: Life) => {
  const random = life.loading.random.fork('documents')
  const issuers = [cityOf(life), ...life.world.communes.slice(0, 10)]
  const made = Array.from({ length: 60 }, (_, index) => {
    const place = index < 40 ? cityOf(life) : random.pick(issuers)
    return {
      log: place.code,
      ...makeDocument({
        place,
        number: 12 + index * 7,
        now: life.loading.now,
        signer: inventName(random),
        random,
      }),
    }
  })
  life.progress.start('Văn bản', made.length)
  await life.publish('documents', made)
}

const states = [
  'received',
  'forwarded',
  'outOfScope',
  'answering',
  'statusNotice',
  'closed',
] as const

const loadQuestions = async (life: Life) => {
  const { loading, registry } = life
  const random = loading.random.fork('questions')
  const answered = 50
  const questionIds = await reserveIds(loading.client, 'questions', 80)
  const times = spreadSchedule({ now: loading.now, count: 80, from: 2, to: 300, random })
  const cases = questionIds.map((id, index) => {
    const place = index % 4 === 3 ? random.pick(life.world.communes) : cityOf(life)
    const unit = random.pick(registry.places.filter((one) => one.level === 'department'))
    const about = random.pick(life.world.communes)
    const question = makeQuestion(index, {
      who: about.who,
      street: `${streets[index % streets.length]}, ${about.who}`,
    })
    return { id, index, place, unit, question, receivedAt: times[index] ?? loading.now }
  })
  const released = cases.slice(0, answered)
  life.progress.start('Hỏi – đáp', answered)
  const answerIds = await reserveIds(loading.client, 'answers', answered)
  const caseFile = (one: (typeof cases)[number]) => {
    const status = one.index < answered ? 'answered' : states[one.index % states.length]
    const isForwarded = status !== 'received' && status !== 'outOfScope'
    return {
      trackingCode: `HN-${one.receivedAt.toISOString().slice(2, 10).replace(/-/g, '')}-${String(1000 + one.index * 37)}`,
      subject: one.question.subject,
      text: one.question.text,
      askerName: inventName(random),
      askerEmail: `nguoi.hoi.${one.index + 1}@coloa.example`,
      site: one.place.siteId,
      receivedAt: one.receivedAt.toISOString(),
      status,
      ...(isForwarded
        ? {
            forwardedTo: one.unit.unitId,
            forwardedAt: new Date(one.receivedAt.getTime() + 20 * HOUR_MS).toISOString(),
          }
        : {}),
      ...(status === 'statusNotice'
        ? { promisedOn: new Date(loading.now.getTime() + 10 * 24 * HOUR_MS).toISOString() }
        : {}),
    }
  }
  const stored = cases.map((one) => ({ one, data: caseFile(one) }))
  await store(
    loading,
    'questions',
    stored.map(({ one, data }) => ({ id: one.id, data })),
  )
  await life.publish(
    'answers',
    released.map((one, index) => ({
      id: answerIds[index] ?? 0,
      log: one.place.code,
      releasedAt: new Date(
        Math.min(
          one.receivedAt.getTime() + random.whole(3, 16) * 24 * HOUR_MS,
          loading.now.getTime() - HOUR_MS,
        ),
      ),
      data: answerData({
        question: one.question,
        siteId: one.place.siteId,
        unitId: one.unit.unitId,
        questionId: one.id,
        committee: one.unit.committee,
      }),
    })),
  )
  await loading.client.query(
    'update public.questions q set answer_id = a.answer from unnest($1::int[], $2::int[]) a(id, answer) where q.id = a.id',
    [released.map((one) => one.id), answerIds],
  )
}

const loadBulletins = async (life: Life) => {
  const random = life.loading.random.fork('bulletins')
  const suppliers = life.registry.places.filter((one) => one.level === 'department')
  const made = Array.from({ length: 40 }, (_, index) => {
    const place = index % 5 === 4 ? random.pick(life.world.communes) : cityOf(life)
    const areas =
      place.level === 'city' ? random.some(life.world.communes, random.whole(1, 3)) : [place]
    return {
      log: place.code,
      ...makeBulletin({
        index,
        siteId: place.siteId,
        supplierId: random.pick(suppliers).unitId,
        areas: areas.map((one) => ({ unitId: one.unitId, name: one.who })),
        now: life.loading.now,
        random,
      }),
    }
  })
  life.progress.start('Bản tin', made.length)
  await life.publish('bulletins', made)
}

const loadDevices = async (life: Life) => {
  const { loading, registry } = life
  const random = loading.random.fork('devices')
  life.progress.start('Thiết bị', 400)
  const groupIds = await storeNew(loading, 'device-groups', [
    { code: 'noi-thanh', name: 'Khu vực nội thành' },
    { code: 'ven-song', name: 'Các xã, phường ven sông' },
    { code: 'quang-truong', name: 'Bảng tin tại quảng trường, bến xe' },
    { code: 'ngoai-thanh', name: 'Khu vực ngoại thành' },
  ])
  const communes = [...registry.units.values()].filter((unit) => unit.level === 'commune')
  const made = Array.from({ length: 400 }, (_, index) => {
    const unit = communes[index % communes.length]
    if (!unit) throw new Error('demo: the city has no communes')
    const group = unit.kind === 'ward' ? groupIds[0] : groupIds[3]
    return makeDevice({
      index,
      unit: { ...unit, unitId: unit.id },
      groupIds: [group ?? 0, ...(random.chance(0.2) ? [groupIds[1] ?? 0] : [])],
      random,
    })
  })
  const ids = await storeNew(
    loading,
    'devices',
    made.map((one) => ({ ...one, lifecycle: 'registered' })),
  )
  await checkDevices(
    loading,
    made.map((one, index) => ({ id: ids[index] ?? 0, lifecycle: String(one.lifecycle) })),
  )
  await loadDeviceStates(loading, random)
  life.progress.advance(400)
}

/** Devices go on from being registered with the evidence that the law asks for; that of the demo says that it is the demo's. */
const checkDevices = async (loading: Loading, devices: { id: number; lifecycle: string }[]) => {
  const checked = devices.filter((one) => one.lifecycle !== 'registered')
  const ids = checked.map((one) => one.id)
  const at = new Date(loading.now.getTime() - 60 * 24 * HOUR_MS).toISOString()
  await loading.client.query(
    `insert into dispatch.connection_tests (device_id, fingerprint, started_at, ended_at, outcome, note)
     select id, dispatch.fingerprint_of(id), $2::timestamptz, $2::timestamptz + interval '2 minutes', 'passed', 'demo'
     from unnest($1::int[]) id`,
    [ids, at],
  )
  await loading.client.query(
    `insert into dispatch.security_checks (device_id, fingerprint, outcome, checked_on, document)
     select id, dispatch.fingerprint_of(id), 'passed', $2::timestamptz::date, 'Biên bản mẫu (dữ liệu minh họa)'
     from unnest($1::int[]) id`,
    [ids, at],
  )
  await loading.client.query(
    `update public.devices d set lifecycle = n.lifecycle::public.enum_devices_lifecycle
     from unnest($1::int[], $2::text[]) n(id, lifecycle) where d.id = n.id`,
    [ids, checked.map((one) => one.lifecycle)],
  )
}

/** Drafts of the city and of one commune; those that are returned wait for their boards. */
const loadDrafts = async (life: Life): Promise<Waiting[]> => {
  const { loading, registry, world } = life
  const commune = registry.places.find((one) => one.code === 'phuong-ba-dinh') ?? cityOf(life)
  const plan = [
    ...Array.from({ length: 6 }, () => ({ place: cityOf(life), author: 'cong-tac-vien' })),
    ...Array.from({ length: 3 }, () => ({ place: commune, author: 'bien-tap-phuong' })),
  ]
  const ids = await storeDrafts(
    loading,
    plan.map(({ place }) => ({
      ...makeArticle({
        world,
        place,
        releasedAt: loading.now,
        isInEnglishToo: false,
        random: loading.random,
      }),
    })),
  )
  return plan.flatMap(({ author }, index) => {
    const id = ids[index]
    const userId = registry.people.get(author)
    return index % 3 === 2 || id === undefined || userId === undefined ? [] : [{ id, userId }]
  })
}
