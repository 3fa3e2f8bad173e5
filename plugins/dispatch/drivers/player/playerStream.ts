import express from 'express'
import type { Response, Router } from 'express'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { PortalError } from '#kit/portalError.ts'
import type { DeviceMessage } from '../../message.ts'
import type { Reporter } from '../../reports/readReporters.ts'
import { refusal } from '../../reports/verifyReport.ts'

/** A board whose stream is open. */
type Open = { reporter: Reporter; publicKey: string; response: Response }

/** Keeps what stands between from closing a quiet connection. */
const SIGN_OF_LIFE_MS = 15_000
/** A stream is opened anew by a fresh signature after so long. */
const LONGEST_MS = 60 * 60_000
/** Longer than a signature is good for. */
const REMEMBERED_MS = 15 * 60_000

/**
 * `GET /bang-tin/<device>/messages?id=…&timestamp=…&signature=…`: a stream (Server-Sent Events) of signed messages, as they are
 * given. Its access is the device's signature over `id.timestamp.stream`, good for one stream. It ends when the key is revoked, and
 * when the board is taken out of service.
 *
 * @param options.authenticate the device that signed, and by which key; throws PortalError
 * @param options.messagesFor hands over what waits for a device
 * @param options.setupOf the standing of a device
 * @param options.listen calls back whenever something was given, or (`setup:<code>`) a standing has changed
 */
export const playerStream = (options: {
  pool: Pick<Pool, 'query'>
  authenticate: (signed: {
    device: string
    id: string
    timestamp: number
    signature: string
  }) => Promise<{ reporter: Reporter; publicKey: string }>
  messagesFor: (reporter: Reporter) => Promise<DeviceMessage[]>
  setupOf: (code: string) => Promise<DeviceMessage | undefined>
  listen: (wake: (about: string) => void) => void
  onFault: (error: unknown) => void
}): Router => {
  const streams = new Map<number, Open>()
  const taken = new LRUCache<string, true>({ max: 200_000, ttl: REMEMBERED_MS })
  let isLooking = false
  let isWoken = false
  const look = async () => {
    if (isLooking) {
      isWoken = true
      return
    }
    isLooking = true
    do {
      isWoken = false
      try {
        for (const id of await waiting(options.pool, [...streams.keys()])) {
          const open = streams.get(id)
          if (open) await feed(open)
        }
      } catch (error) {
        options.onFault(error) // the board's next report brings what waits
      }
    } while (isWoken)
    isLooking = false
  }
  const feed = async (open: Open) => {
    if ((await standingOf(options.pool, open)) === 'gone') open.response.end()
    else
      for (const message of await options.messagesFor(open.reporter)) write(open.response, message)
  }
  const tellSetup = async (code: string) => {
    const open = [...streams.values()].find((one) => one.reporter.code === code)
    if (!open) return
    const standing = await standingOf(options.pool, open)
    const setup = standing === 'gone' ? undefined : await options.setupOf(code)
    if (setup) write(open.response, setup)
    if (standing !== 'served') open.response.end()
  }
  /** Where the word of a changed standing was lost. */
  const endUnserved = async () => {
    for (const id of await unserved(options.pool, [...streams.values()])) {
      const open = streams.get(id)
      if (open) await tellSetup(open.reporter.code)
    }
  }
  options.listen((about) => {
    if (about.startsWith('setup:')) tellSetup(about.slice(6)).catch(options.onFault)
    else void look()
    if (about === '') endUnserved().catch(options.onFault)
  })

  const router = express.Router()
  router.get('/bang-tin/:device/messages', async (req, res) => {
    const { id, timestamp, signature } = req.query
    if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string')
      throw badStream()
    const { reporter, publicKey } = await options.authenticate({
      device: req.params.device,
      id,
      timestamp: Number(timestamp),
      signature,
    })
    const request = `${reporter.id} ${id}`
    if (taken.has(request)) throw refusal('report_not_authentic', 401)
    taken.set(request, true)
    const open = { reporter, publicKey, response: res }
    res.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    res.write(': here\n\n')
    streams.get(reporter.id)?.response.end()
    streams.set(reporter.id, open)
    const life = setInterval(() => res.write(': here\n\n'), SIGN_OF_LIFE_MS)
    const end = setTimeout(() => res.end(), LONGEST_MS)
    res.on('close', () => {
      clearInterval(life)
      clearTimeout(end)
      if (streams.get(reporter.id) === open) streams.delete(reporter.id)
    })
    await feed(open)
  })
  return router
}

const write = (response: Response, message: DeviceMessage) =>
  response.write(`data: ${JSON.stringify(message)}\n\n`)

/** Which of these boards have something waiting. */
const waiting = async (
  pool: Pick<Pool, 'query'>,
  deviceIds: readonly number[],
): Promise<number[]> => {
  if (deviceIds.length === 0) return []
  const { rows } = await pool.query<{ id: number }>(
    `select distinct device_id as id from dispatch.deliveries
     where device_id = any($1::int[]) and state = 'queued' and changed_at > now() - interval '1 day'`,
    [deviceIds],
  )
  return rows.map((one) => one.id)
}

/** The boards of these streams that are not, or not any more, to be told anything. */
const unserved = async (pool: Pick<Pool, 'query'>, streams: readonly Open[]): Promise<number[]> => {
  if (streams.length === 0) return []
  const { rows } = await pool.query<{ id: number }>(
    `select s.id from unnest($1::int[], $2::text[]) as s (id, key)
     where not exists (${STANDING} and d.id = s.id and k.public_key = s.key and d.lifecycle::text <> 'suspended')`,
    [streams.map((one) => one.reporter.id), streams.map((one) => one.publicKey)],
  )
  return rows.map((one) => one.id)
}

/** SQL: a board with a key in force. */
const STANDING = `select d.lifecycle::text from public.devices d join dispatch.device_keys k on k.device_id = d.id
  where k.revoked_at is null and (k.valid_until is null or k.valid_until > now())
    and d.channel::text = 'player' and d.lifecycle::text <> 'retired'`

/** Whether a stream may go on: `gone` when its key is none any more, `suspended` when its board is out of service for a while. */
const standingOf = async (
  pool: Pick<Pool, 'query'>,
  { reporter, publicKey }: Open,
): Promise<'served' | 'suspended' | 'gone'> => {
  const { rows } = await pool.query<{ lifecycle: string }>(
    `${STANDING} and d.id = $1 and k.public_key = $2`,
    [reporter.id, publicKey],
  )
  if (!rows[0]) return 'gone'
  return rows[0].lifecycle === 'suspended' ? 'suspended' : 'served'
}

const badStream = () =>
  new PortalError('bad_stream', 400, {
    vi: 'Yêu cầu mở luồng bản tin không đúng mẫu.',
    en: 'The request for the stream is not of the expected form.',
  })
