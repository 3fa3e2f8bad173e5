import {
  dropExpired,
  emptyInbox,
  missingOf,
  noteTold,
  recentOf,
  takeDispatch,
  takeSetup,
} from './inbox.js'
import { openKeep } from './keep.js'
import { enrolBy, readHubKeys } from './keys.js'
import { openLink } from './link.js'
import { stage, sweep } from './media.js'
import { picturesOf, programmeOf } from './programme.js'
import { openScreen, showSlide } from './screen.js'
import { base64Of, bytesOf } from './verify.js'

const VERSION = 'board 1'
const device = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const keep = await openKeep(device)
navigator.serviceWorker
  ?.register('/bang-tin/sw.js', { scope: '/bang-tin/' })
  .then(() => navigator.serviceWorker.ready)
  .then(() => caches.open('coloa-board-shell'))
  // This page came before there was somebody to keep it.
  .then((cache) => cache.add(location.pathname))
  .catch(() => undefined) // without it the board works, but not without a network

let inbox = (await keep.get('inbox')) ?? emptyInbox()
let offsetMs = (await keep.get('offsetMs')) ?? 0
/** Those the board believes; the link has the same list. */
const hubKeys = []
let showing = null
/** Items of the day whose files are on their way: they are shown when those are here, or known not to come. */
const coming = new Set()
let link
const now = () => Date.now() + offsetMs

const settle = async (next, receipts) => {
  inbox = receipts.reduce(noteTold, next)
  await keep.put('inbox', inbox)
  await link?.tell(receipts)
}

/** One message of the hub; returns what is missing. */
const take = async (body) => {
  if (body.kind === 'setup') {
    const next = takeSetup(inbox, body, device)
    if (next !== inbox && body.hubKeys) await learnKeys(body.hubKeys)
    await settle(next, [])
  } else if (body.kind === 'recent') return missingOf(inbox, body)
  else if (body.chain) {
    const isKnown = Boolean(inbox.told[body.id])
    const taken = takeDispatch(inbox, body, { device, now: now() })
    const isWaited = body.priority !== 'emergency' && picturesOf(body).length > 0
    if (isWaited && !isKnown && taken.inbox.items[body.id]) coming.add(body.id)
    await settle(taken.inbox, taken.receipts)
    if (inbox.items[body.id]) void prepare(body).finally(() => coming.delete(body.id))
  }
  return []
}

const prepare = async (item) => {
  const files = picturesOf(item)
  const why = files.length > 0 ? await stage(item).catch(() => 'media_missing') : ''
  const staged = { dispatch: item.id, kind: 'staged', ...(why ? { detail: why } : {}) }
  if (!why && inbox.items[item.id]) await settle(inbox, [staged])
}

/** Of what is told in the same report the heartbeat says nothing. */
const heartbeat = (told) => ({
  playing: showing,
  firmware: VERSION,
  offsetMs: -offsetMs,
  hubKeys,
  recent: recentOf(inbox).filter((one) => !told.has(one.dispatch)),
})

const dueNow = () =>
  programmeOf(
    Object.fromEntries(Object.entries(inbox.items).filter(([id]) => !coming.has(id))),
    now(),
  )

/** Shows what is due, for ever; an emergency does not wait for the end of what stands there. */
const show = async (screen) => {
  const cut = new Set()
  for (;;) {
    const dropped = dropExpired(inbox, now())
    if (dropped.receipts.length > 0) {
      await settle(dropped.inbox, dropped.receipts)
      void sweep(inbox.items)
    }
    const due = dueNow()
    const isOver = () => dueNow().key !== due.key
    if (due.slides.length === 0) {
      showing = null
      screen.idle(device, now())
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    for (const slide of due.slides) {
      const { id } = slide.item
      const began = now()
      showing = id
      await settle(
        inbox,
        [
          { dispatch: id, kind: 'playing' },
          ...(cut.delete(id) ? [{ dispatch: id, kind: 'resumed' }] : []),
        ].filter((one) => one.kind === 'resumed' || !hasTold(id, one.kind)),
      )
      let proof
      let detail
      const isDone = await showSlide(screen, slide, {
        ...due,
        isOver,
        onProof: (one) => (proof ??= one),
        onInstead: (one) => (detail = one),
      })
      if (isDone) {
        const seconds = (now() - began) / 1000
        await done({
          id,
          seconds,
          proof,
          detail,
          read: due.read,
          isReadThrough: screen.isReadThrough(due.read),
        })
      } else if (inbox.items[id]) {
        const [first] = dueNow().slides
        if (first && first.item.id !== id && first.item.priority === 'emergency') {
          cut.add(id)
          await link?.tell([{ dispatch: id, kind: 'interrupted', detail: first.item.id }])
        }
      }
      if (isOver()) break
    }
  }
}

const hasTold = (id, kind) => (inbox.told[id] ?? []).some((one) => one.kind === kind)

/** What ran below is played when the whole of it has run through, however often the pictures above changed. */
const done = async ({ id, seconds, proof, detail, read, isReadThrough }) => {
  const receipts = [
    { dispatch: id, kind: 'played', seconds, ...(detail ? { detail } : {}) },
    ...(proof ? [{ dispatch: id, kind: 'proven', proof }] : []),
    ...read.flatMap((one) => [
      { dispatch: one.id, kind: 'playing' },
      ...(isReadThrough ? [{ dispatch: one.id, kind: 'played' }] : []),
    ]),
  ]
  await settle(
    inbox,
    receipts.filter((one) => !hasTold(one.dispatch, one.kind)),
  )
}

const begin = async (key) => {
  hubKeys.push(...(await knownHubKeys()).map((one) => base64Of(bytesOf(one))))
  link = await openLink({
    device,
    key,
    hubKeys,
    keep,
    now,
    take,
    heartbeat,
    setOffset: (ms) => {
      offsetMs = Math.round(ms)
      void keep.put('offsetMs', offsetMs)
    },
  })
  document.body.dataset.state = 'running'
  await show(openScreen(document.querySelector('#board')))
}

/** The hub hands on the next one before it signs with it. */
const learnKeys = async (keys) => {
  await keep.put('hubKeys', keys)
  hubKeys.splice(0, hubKeys.length, ...keys)
}

/** Learnt when the board was installed, and kept: who changes the published set later does not speak through this board. */
const knownHubKeys = async () => {
  const known = await keep.get('hubKeys')
  if (known) return known
  const read = await readHubKeys()
  await keep.put('hubKeys', read)
  return read
}

const enrol = () => {
  const form = document.querySelector('#enrol')
  const find = (id) => form.querySelector(`#${id}`)
  form.hidden = false
  find('code').textContent = device
  const button = form.querySelector('button')
  const connect = async () => {
    const key = await enrolBy(device, find('once').value)
    await keep.put('key', key)
    form.hidden = true
    await begin(key)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    button.disabled = true
    find('trouble').textContent = ''
    connect().catch((error) => {
      button.disabled = false
      find('trouble').textContent = error.message
    })
  })
}

const key = await keep.get('key')
if (key) await begin(key)
else enrol()
