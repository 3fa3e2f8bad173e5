import { parseArgs } from 'node:util'
import pg from 'pg'
import { pino } from 'pino'
import { openGround } from './support/openGround.ts'
import { median } from './support/percentile.ts'
import { printTable, report } from './support/report.ts'

const LIMITS = { fullPass: 2, tick: 5, heatMap: 100, notice: 60 }
const TICKS = 60
const HEAT_MAPS = 20

const main = async () => {
  const { values } = parseArgs({
    options: {
      sites: { type: 'string', default: '250' },
      releases: { type: 'string', default: '1000000' },
      clocks: { type: 'string', default: '100000' },
    },
  })
  const ground = await openGround()
  const pool = new pg.Pool({ connectionString: ground.appUrl, max: 2 })
  const owner = new pg.Pool({ connectionString: ground.ownerUrl, max: 2 })
  try {
    const now = new Date('2026-11-25T02:10:00Z')
    // Read late: the config takes its environment when it is read.
    await import('#payload-config')
    const { fillClocks } = await import('./support/fillClocks.ts')
    await fillClocks({
      owner,
      pool,
      now,
      sites: Number(values.sites),
      releases: Number(values.releases),
      clocks: Number(values.clocks),
    })
    await measureTicks(pool, owner, now)
    await measureFullPass(pool, now)
    await measureHeatMap(pool)
    await measureNotice(pool, now)
    printTable()
  } finally {
    await Promise.all([pool.end(), owner.end()])
    await ground.close()
  }
}

/** From a release in the log to everything that follows from it for the clocks, committed. */
const measureTicks = async (pool: pg.Pool, owner: pg.Pool, start: Date) => {
  const { readRuntimeEnv } = await import('#kit/runtimeEnv.ts')
  const { tasks } = await import('#plugins/update-sla/jobs/index.ts')
  let at = start
  const { updateSlaTick } = tasks({
    payload: undefined as never, // the tick does without
    pool,
    env: readRuntimeEnv(process.env),
    logger: pino({ level: 'silent' }),
    now: () => at,
  })
  const { releaseOne } = await import('./support/fillClocks.ts')
  const times: number[] = []
  for (let n = 0; n < TICKS + 5; n += 1) {
    const now = new Date(start.getTime() + n * 1000)
    await releaseOne(owner, n, now)
    const begun = performance.now()
    at = now
    await updateSlaTick?.({}, {} as never) // the task uses no helper
    if (n >= 5) times.push(performance.now() - begun)
  }
  tell('tick', median(times), 'ms')
}

/** Every clock against its source and the calendar, every verdict against the log. */
const measureFullPass = async (pool: pg.Pool, now: Date) => {
  const { inTransaction } = await import('#kit/inTransaction.ts')
  const { readTickState } = await import('#plugins/update-sla/clocks/tickState.ts')
  const { recount } = await import('#plugins/update-sla/recount.ts')
  const begun = performance.now()
  const found = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ began_at: Date }>(
      'select began_at from sla.progress for update',
    )
    if (!rows[0]) throw new Error('bench: nothing has ticked')
    return recount(client, await readTickState(client, now, rows[0].began_at))
  })
  const seconds = (performance.now() - begun) / 1000
  if (found.clocks + found.dues + found.verdicts.length > 0)
    throw new Error(
      `bench: the full pass found differences: ${JSON.stringify(found).slice(0, 500)}`,
    )
  tell('fullPass', seconds, 's')
}

const measureHeatMap = async (pool: pg.Pool) => {
  const { readSiteYear } = await import('#plugins/update-sla/screens/readSiteYear.ts')
  const times: number[] = []
  for (let n = 0; n < HEAT_MAPS; n += 1) {
    const begun = performance.now()
    const days = await readSiteYear(pool, `trang-${n + 1}`, 2026)
    times.push(performance.now() - begun)
    if (days.length < 200) throw new Error(`bench: only ${days.length} days in a heat map`)
  }
  tell('heatMap', median(times), 'ms')
}

/** A day off more, over all open clocks. */
const measureNotice = async (pool: pg.Pool, now: Date) => {
  const { applyNotice } = await import('#plugins/update-sla/notices/applyNotice.ts')
  const begun = performance.now()
  const { open, moved } = await applyNotice({
    pool,
    now: new Date(now.getTime() + 3_600_000),
    person: { id: null, name: 'Bench' },
    notice: {
      number: '99/TB-BNV',
      issuedOn: '2026-11-25',
      issuingBody: 'Bộ Nội vụ',
      link: null,
      unit: null,
      fullYear: null,
      days: [
        { date: '2026-12-09', kind: 'off', reason: 'Nghỉ hoán đổi', reasonEn: 'Swapped day off' },
      ],
    },
  })
  const seconds = (performance.now() - begun) / 1000
  if (moved === 0) throw new Error('bench: the notice moved no clock')
  tell('notice', seconds, 's', `${open} open clocks, ${moved} moved; `)
  const { maxRSS } = process.resourceUsage()
  report({
    bench: 'sla',
    metric: 'memory',
    value: maxRSS / 1024,
    unit: 'MB',
    reference: 'highest of this process',
    ratio: null,
  })
}

const tell = (metric: keyof typeof LIMITS, value: number, unit: string, more = '') => {
  const limit = LIMITS[metric]
  report({
    bench: 'sla',
    metric,
    value,
    unit,
    reference: `${more}limit: ${limit} ${unit}`,
    ratio: limit / value,
  })
}

await main()
process.exit(0)
