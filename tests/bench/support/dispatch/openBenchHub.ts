import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { issueDispatch } from '#plugins/dispatch/issueDispatch.ts'
import type { Audience, Priority } from '#plugins/dispatch/types.ts'
import type { Ground } from '../openGround.ts'

/** A commune of the bench. */
export const unitOf = (n: number): string => String(10_000 + n)

/** A hub without web server: its database, and its sender as a process of its own. */
export const openBenchHub = async (ground: Ground) => {
  const pool = new pg.Pool({ connectionString: ground.ownerUrl, max: 12 })
  pool.on('error', () => undefined) // the database is stopped at the end
  await pool.query(
    'alter table dispatch.dispatches disable trigger demand_release, disable trigger demand_standing',
  )
  await pool.query(
    `insert into public.units (code, kind) values ('01', 'city') on conflict do nothing`,
  )
  await pool.query(
    `insert into public.units (code, kind) select (10000 + n)::text, 'ward' from generate_series(0, 199) n on conflict do nothing`,
  )
  let chain = 0

  /** Devices of 200 communes by turns. @param address of the n-th; null over the broker */
  const install = async (prefix: string, count: number, address: (n: number) => string | null) => {
    const codes = Array.from({ length: count }, (_, n) => `${prefix}-${n}`)
    const addresses = codes.map((_, n) => address(n))
    await pool.query(
      `insert into public.devices (code, name, device_class, unit_id, channel, address)
       select d.code, d.code, 'loudspeakerCluster', u.id, (case when d.address is null then 'mqtt' else 'http' end)::enum_devices_channel, d.address
       from unnest($1::text[], $2::text[]) with ordinality as d (code, address, n)
       join public.units u on u.code = (10000 + (d.n - 1) % 200)::text`,
      [codes, addresses],
    )
    for (const [table, columns, values] of EVIDENCE) {
      await pool.query(
        `insert into dispatch.${table} (device_id, fingerprint, outcome, ${columns})
         select id, dispatch.fingerprint_of(id), 'passed', ${values} from public.devices where code like $1`,
        [`${prefix}-%`],
      )
    }
    await pool.query(`update public.devices set lifecycle = 'active' where code like $1`, [
      `${prefix}-%`,
    ])
    await pool.query('analyze public.devices')
    return codes
  }
  const retire = (prefix: string) =>
    pool.query(`update public.devices set lifecycle = 'suspended' where code like $1`, [
      `${prefix}-%`,
    ])

  const give = (priority: Priority, audience: Partial<Audience>, text = TEXT) =>
    inTransaction(pool, async (client) => {
      chain += 1
      const now = new Date()
      const id = await issueDispatch(client, {
        chain: `bench/${chain}`,
        cause: 'bench',
        kind: 'alert',
        priority,
        release: { log: 'bench', seq: chain, docId: chain },
        content: {
          title: 'Bão gần bờ',
          text,
          spokenText: text,
          language: 'vi',
          topic: null,
          media: [],
        },
        issuer: 'Hà Nội',
        issuedAt: now.toISOString(),
        effectiveAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
        audience: { areas: [], groups: [], devices: [], ...audience },
      })
      if (!id) throw new Error('given before')
      return id
    })

  /** Waits until so many of a dispatch are handed over. @returns seconds from the instruction: p50, p99, last */
  const handed = async (dispatch: string, count: number, withinMs = 120_000) => {
    const end = Date.now() + withinMs
    for (;;) {
      const { rows } = await pool.query<{ n: number; p50: number; p99: number; last: number }>(
        `select count(*)::int as n, percentile_cont(0.5) within group (order by s) as p50, percentile_cont(0.99) within group (order by s) as p99,
           max(s) as last
         from (select extract(epoch from l.accepted_at - d.created_at)::float8 as s from dispatch.deliveries l
               join dispatch.dispatches d on d.id = l.dispatch_id where d.id = $1 and l.accepted_at is not null) a`,
        [dispatch],
      )
      const [row] = rows
      if (row && row.n >= count) return row
      if (Date.now() > end) throw new Error(`${row?.n} of ${count} were handed over`)
      await pause(500) // seldom: counting takes time from what is measured
    }
  }
  /** Takes back what waits; what the sender holds just now is taken at a later turn. */
  const drop = async (dispatches: readonly string[]) => {
    for (;;) {
      const { rowCount } = await pool.query(
        `with held as (select id from dispatch.deliveries
           where dispatch_id = any($1::uuid[]) and state in ('queued', 'accepted') order by id for update skip locked)
         update dispatch.deliveries l set state = 'superseded', confirm_by = null from held where l.id = held.id`,
        [dispatches],
      )
      if (rowCount === 0) return
      await pause(200)
    }
  }
  /** What devices are sent of a dispatch. */
  const bodyOf = async (id: string): Promise<string> => {
    const { rows } = await pool.query<{ number: string; snapshot: string }>(
      'select number, snapshot from dispatch.dispatches where id = $1',
      [id],
    )
    return `{"v":1,"id":"${id}","number":${rows[0]?.number},${rows[0]?.snapshot.slice(1)}`
  }
  return { pool, install, retire, give, handed, drop, bodyOf, close: () => pool.end() }
}

/** A hub of the bench. */
export type BenchHub = Awaited<ReturnType<typeof openBenchHub>>

/** 350 words, as a bulletin has. */
const TEXT = 'Gió mạnh cấp 9, mưa lớn, người dân ở trong nhà. '.repeat(32)

const EVIDENCE = [
  ['connection_tests', 'ended_at, note', `clock_timestamp(), 'bench'`],
  ['security_checks', 'checked_on, document', `current_date, 'bench'`],
] as const

/** A program of the bench; `said` waits for a line of it. */
export const startProgram = (command: string, args: string[], env: Record<string, string> = {}) => {
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  })
  let text = ''
  child.stdout?.on('data', (part: Buffer) => (text += part.toString()))
  return {
    pid: child.pid ?? 0,
    said: async (pattern: RegExp, withinMs = 120_000): Promise<RegExpExecArray> => {
      const end = Date.now() + withinMs
      for (;;) {
        const found = pattern.exec(text)
        if (found) return found
        if (Date.now() > end || child.exitCode !== null)
          throw new Error(`${args[0]} did not say ${pattern}`)
        await new Promise((resolve) => {
          setTimeout(resolve, 5)
        })
      }
    },
    stop: () => child.kill('SIGTERM'),
  }
}

/** A sender in its own process. */
export const startBenchSender = async (env: Record<string, string>) => {
  const sender = startProgram(process.execPath, ['tests/support/dispatchSender.ts'], env)
  await sender.said(/sending/)
  return sender
}

/** The most memory a process has used, in MB; NaN where the system does not say. */
export const peakMegabytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
