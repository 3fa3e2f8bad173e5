import { signedBy } from './keys.js'
import { openMessage } from './verify.js'

const HEARTBEAT_MS = 30_000
const AGAIN_MS = 3000
const MOST = 150

/**
 * The board's connection: reports what happened, again until the hub has it, and takes what the hub says, in the answers and
 * over a stream that stays open.
 *
 * @param {{
 *   device: string, key: CryptoKey, hubKeys: string[], keep: { get: Function, put: Function },
 *   now: () => number, setOffset: (ms: number) => void, heartbeat: (told: Set<string>) => object,
 *   take: (body: object) => Promise<string[]>
 * }} options `take` returns the ids of what is missing
 */
export const openLink = async (options) => {
  const { device, key, hubKeys, keep, now } = options
  let outbox = (await keep.get('outbox')) ?? []
  let want = []
  let nonce = crypto.randomUUID()
  let isBusy = false
  let timer
  let stream

  const hear = async (message) => {
    const body = await openMessage(message, hubKeys, now())
    if (typeof body === 'string') return noteTrouble(body)
    const missing = await options.take(body)
    if (missing.length === 0) return undefined
    want = missing
    return soon(0)
  }
  const setClock = async (message, began) => {
    if (!message) return
    const body = await openMessage(message, hubKeys, now(), { isClock: true })
    if (body.kind !== 'clock' || body.nonce !== nonce) return
    options.setOffset(Date.parse(body.now) - (began + Date.now()) / 2)
    nonce = undefined
  }
  const report = async () => {
    const receipts = outbox.slice(0, MOST)
    const said = {
      v: 1,
      receipts,
      heartbeat: options.heartbeat(new Set(outbox.map((one) => one.dispatch))),
      want,
      ...(nonce ? { nonce } : {}),
    }
    const began = Date.now()
    const answer = await fetch('/api/dispatch/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(await signedBy(key, { device, body: JSON.stringify(said), now: now() })),
      signal: AbortSignal.timeout(15_000),
    })
    const told = await answer.json()
    if (!answer.ok) {
      nonce ??= crypto.randomUUID()
      await setClock(told.clock, began)
      throw new Error(told.errors?.[0]?.code ?? `answered ${answer.status}`)
    }
    outbox = outbox.slice(receipts.length)
    want = []
    await keep.put('outbox', outbox)
    await setClock(told.clock, began)
    for (const message of [told.setup, ...told.messages, told.recent])
      if (message) await hear(message)
    if (!stream) await listen()
  }
  const soon = (ms) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }
  const run = async () => {
    if (isBusy) return soon(200)
    isBusy = true
    try {
      await report()
      soon(outbox.length > 0 ? 0 : HEARTBEAT_MS)
    } catch (error) {
      noteTrouble(String(error))
      soon(AGAIN_MS)
    }
    isBusy = false
    return undefined
  }
  const listen = async () => {
    stream = {}
    const { id, timestamp, signature } = await signedBy(key, { device, body: 'stream', now: now() })
    const asked = new URLSearchParams({ id, timestamp, signature })
    stream = new EventSource(`/bang-tin/${device}/messages?${asked}`)
    stream.addEventListener('message', (event) => void hear(JSON.parse(event.data)))
    stream.addEventListener('error', () => {
      // The signature in the address is good for minutes only: the next report opens another stream.
      stream?.close()
      stream = undefined
      soon(AGAIN_MS)
    })
  }
  window.addEventListener('online', () => soon(0))
  soon(0)
  return {
    tell: async (receipts) => {
      if (receipts.length === 0) return
      const at = new Date(now()).toISOString()
      outbox.push(...receipts.map((one) => ({ eventId: crypto.randomUUID(), at, ...one })))
      await keep.put('outbox', outbox)
      soon(50)
    },
  }
}

/** The last trouble, for whoever looks at the page's own record; a board shows citizens nothing of it. */
const noteTrouble = (text) => {
  document.body.dataset.trouble = text
}
