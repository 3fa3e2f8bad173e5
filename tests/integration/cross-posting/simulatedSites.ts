import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Pool } from 'pg'
import { hashOfKey, makeKey } from '#plugins/cross-posting/receivers/siteKey.ts'
import type { SimulatedSite, SiteFault, SiteOrder, SiteReport } from './siteProcess.ts'

/** Enters sites with a key and an endpoint that was verified, in the given number of each fault. */
export const enterSites = async (
  owner: Pick<Pool, 'query'>,
  faults: Partial<Record<SiteFault, number>>,
  log = 'ha-noi',
): Promise<SimulatedSite[]> => {
  const wanted = Object.entries(faults).flatMap(([fault, n]) =>
    Array.from({ length: n }, () => fault as SiteFault),
  )
  const sites: SimulatedSite[] = []
  const ports = await reservePorts(wanted.length)
  for (const [index, fault] of wanted.entries()) {
    const code = `trang-${String(index + 1).padStart(3, '0')}`
    sites.push({ code, port: ports[index] ?? 0, key: makeKey().token, fault })
  }
  await owner.query(
    `insert into cross_posting.site_keys (site, label, scopes, hint, hash, expires_at)
     select unnest($1::text[]), 'thử', array['feed'], 'cpk_…', unnest($2::text[]), now() + interval '1 year'`,
    [sites.map((one) => one.code), sites.map((one) => hashOfKey(one.key))],
  )
  await owner.query(
    `insert into cross_posting.endpoints (site, url, logs, state)
     select unnest($1::text[]), unnest($2::text[]), array[$3], 'active'`,
    [sites.map((one) => one.code), sites.map((one) => `http://127.0.0.1:${one.port}/`), log],
  )
  return sites
}

/** Sites in processes of their own, which can be killed and come back with what they had stored. */
export type SiteProcesses = {
  size: number
  reports: () => Promise<SiteReport[]>
  /** `kill -9` of one process, and its return. */
  kill: (index: number) => Promise<void>
  /** Those that were down come up; those with a bad key get a good one. */
  recover: (keys: Record<string, string>) => Promise<void>
  stop: () => void
}

/**
 * Starts them.
 *
 * @param options.onSeen is told when a site's copy changes
 */
export const startSites = async (options: {
  sites: readonly SimulatedSite[]
  processes: number
  hub: string
  folder: string
  /** Where a redirecting site sends its callers. */
  inner: string
  /** @default 'ha-noi' */
  log?: string
  /** Where sites keep what they have; the disk of 150 sites is not this machine's to measure. @default 'files' */
  keeps?: 'files' | 'memory'
  onSeen?: (seen: { code: string; cursor: number; at: number }) => void
}): Promise<SiteProcesses> => {
  const shares = Array.from({ length: options.processes }, (_, index) =>
    options.sites.filter((_site, n) => n % options.processes === index),
  )
  const start = async (share: readonly SimulatedSite[]): Promise<ChildProcess> => {
    const child = fork(path.resolve(import.meta.dirname, 'siteProcess.ts'), {
      env: {
        ...process.env,
        NODE_NO_WARNINGS: '1',
        SITES: JSON.stringify(share),
        HUB: options.hub,
        FOLDER: options.folder,
        INNER: options.inner,
        LOG: options.log ?? 'ha-noi',
        KEEPS: options.keeps ?? 'files',
      },
      execArgv: [],
    })
    child.on('message', (message: { type: string }) => {
      if (message.type === 'seen') options.onSeen?.(message as never) // as the process sends it
    })
    await reply(child, 'ready')
    return child
  }
  const children = await Promise.all(shares.map(start))
  const ask = async <T>(child: ChildProcess, order: SiteOrder, type: string): Promise<T> => {
    const answer = reply<T>(child, type)
    child.send(order)
    return answer
  }
  return {
    size: children.length,
    reports: async () => {
      const all = await Promise.all(
        children.map((child) => ask<{ sites: SiteReport[] }>(child, { type: 'report' }, 'report')),
      )
      return all.flatMap((one) => one.sites)
    },
    kill: async (index) => {
      const child = children[index]
      const share = shares[index]
      if (!child || !share) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      children[index] = await start(share)
    },
    recover: async (keys) => {
      await Promise.all(children.map((child) => ask(child, { type: 'recover', keys }, 'recovered')))
    },
    stop: () => children.forEach((child) => child.kill('SIGKILL')),
  }
}

const reply = <T>(child: ChildProcess, type: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const listen = (message: { type: string }) => {
      if (message.type !== type) return
      child.off('message', listen)
      child.off('exit', fail)
      resolve(message as T) // as the process sends it
    }
    const fail = () => reject(new Error('a process of sites has ended'))
    child.on('message', listen)
    child.once('exit', fail)
  })

/** Free ports below those that outgoing connections take, so that a killed site finds its own free when it comes back. */
const reservePorts = async (count: number): Promise<number[]> => {
  const found: number[] = []
  for (let port = 10_000 + Math.floor(Math.random() * 15_000); found.length < count; port += 1) {
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    found.push(port)
    server.close()
    await once(server, 'close')
  }
  return found
}
