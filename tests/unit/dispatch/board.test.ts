import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  dropExpired,
  emptyInbox,
  missingOf,
  noteTold,
  recentOf,
  takeDispatch,
  takeSetup,
} from '#plugins/dispatch/drivers/player/page/inbox.js'
import { fontSizeOf, pagesOf } from '#plugins/dispatch/drivers/player/page/pages.js'
import { programmeOf } from '#plugins/dispatch/drivers/player/page/programme.js'
import { createTicker, tickerOf } from '#plugins/dispatch/drivers/player/page/ticker.js'
import { openMessage } from '#plugins/dispatch/drivers/player/page/verify.js'
import { seal } from '#plugins/dispatch/message.ts'
import { rawPublicKey } from '#kit/signingKey.ts'
import { snapshotOf } from './snapshotOf.ts'

const now = Date.parse('2026-12-01T02:00:00Z')
const here = { device: 'bang-1', now }
const setup = {
  v: 1,
  kind: 'setup',
  device: 'bang-1',
  isActive: true,
  areas: ['10105', '01'],
  groups: ['ven-song'],
  number: 5,
}
const active = () => takeSetup(emptyInbox(), setup, 'bang-1')

type Item = Record<string, unknown> & { id: string; number: number }
const item = (id: string, number: number, more: Parameters<typeof snapshotOf>[0] = {}): Item => ({
  v: 1,
  id,
  number,
  ...snapshotOf(more),
})
const kinds = (taken: { receipts: { kind: string; detail?: string }[] }) =>
  taken.receipts.map((one) => (one.detail ? `${one.kind}: ${one.detail}` : one.kind))

test('a dispatch is taken once; when it comes again the same receipts are told again', () => {
  const first = takeDispatch(active(), item('a', 7), here)
  expect(kinds(first)).toEqual(['received'])
  const played = noteTold(first.inbox, { dispatch: 'a', kind: 'played', seconds: 12 })
  const again = takeDispatch(played, item('a', 7), here)
  expect(again.inbox).toBe(played)
  expect(kinds(again)).toEqual(['received', 'played'])
})

test('what is expired, older than what is here, or for a board that is not active is refused; what is for others is passed over', () => {
  const expired = { expiresAt: '2026-12-01T01:59:59Z' }
  expect(kinds(takeDispatch(active(), item('a', 1, expired), here))).toEqual(['refused: expired'])
  const elsewhere = { audience: { areas: ['99999'], groups: [], devices: [] } }
  expect(kinds(takeDispatch(active(), item('a', 1, elsewhere), here))).toEqual([])
  expect(kinds(takeDispatch(emptyInbox(), item('a', 1), here))).toEqual([])
  const off = takeSetup(emptyInbox(), { ...setup, isActive: false }, 'bang-1')
  const refused = takeDispatch(off, item('a', 1), here)
  expect(kinds(refused)).toEqual(['refused: not_active'])
  expect(recentOf(refused.inbox)).toEqual([{ dispatch: 'a', rung: 2 }])
  const { inbox } = takeDispatch(active(), item('b', 9), here)
  expect(kinds(takeDispatch(inbox, item('a', 8), here))).toEqual(['refused: stale'])
})

test('groups, named devices, the city and tests reach the board', () => {
  for (const audience of [
    { areas: [], groups: ['ven-song'], devices: [] },
    { areas: [], groups: [], devices: ['bang-1'] },
    { areas: ['01'], groups: [], devices: [] },
  ])
    expect(kinds(takeDispatch(active(), item('a', 1, { audience }), here))).toEqual(['received'])
  const trial = item('t', 1, {
    kind: 'test',
    audience: { areas: [], groups: [], devices: ['bang-1'] },
  })
  const off = takeSetup(emptyInbox(), { ...setup, isActive: false }, 'bang-1')
  expect(kinds(takeDispatch(off, trial, here))).toEqual(['received'])
})

test('an update takes the place of what it mends; a cancellation ends it, also when it comes first', () => {
  const first = takeDispatch(active(), item('a', 7), here)
  const mended = takeDispatch(first.inbox, item('b', 8, { kind: 'update' }), here)
  expect(kinds(mended)).toEqual(['received', 'stopped: b'])
  expect(Object.keys(mended.inbox.items)).toEqual(['b'])
  const ended = takeDispatch(mended.inbox, item('c', 9, { kind: 'cancel' }), here)
  expect(kinds(ended)).toEqual(['received', 'stopped: c', 'played'])
  expect(ended.inbox.items).toEqual({})
  const early = takeDispatch(active(), item('c', 9, { kind: 'cancel' }), here)
  expect(kinds(takeDispatch(early.inbox, item('a', 7), here))).toEqual(['refused: stale'])
})

test('what expires leaves the board by itself; what is in force elsewhere and missing here is asked for', () => {
  const { inbox } = takeDispatch(active(), item('a', 7), here)
  const later = dropExpired(inbox, Date.parse('2026-12-01T07:00:00Z'))
  expect(kinds(later)).toEqual(['stopped: expired'])
  expect(later.inbox.items).toEqual({})
  expect(missingOf(inbox, { dispatches: [{ id: 'a' }, { id: 'x' }] })).toEqual(['x'])
})

test('only a newer standing for this board is kept', () => {
  expect(takeSetup(active(), { ...setup, number: 4, isActive: false }, 'bang-1').setup).toEqual(
    setup,
  )
  expect(takeSetup(active(), { ...setup, number: 6, device: 'x' }, 'bang-1').setup).toEqual(setup)
})

test('an emergency takes the whole board until it ends; then the programme is back', () => {
  const picture = {
    role: 'image' as const,
    url: '/a.png',
    sha256: '',
    mimeType: 'image/png',
    bytes: 1,
  }
  const items = {
    a: item('a', 1, { chain: 'a', priority: 'normal', media: [picture] }),
    b: item('b', 2, { chain: 'b', priority: 'normal', text: 'Lịch tiêm chủng' }),
    c: item('c', 3, { chain: 'c' }),
  }
  expect(programmeOf(items, now)).toMatchObject({
    mode: 'emergency',
    slides: [{ kind: 'text', item: { id: 'c' } }],
  })
  const after = programmeOf(items, Date.parse('2026-12-01T07:00:00Z'))
  expect(after.mode).toBe('idle')
  const { c: _over, ...rest } = items
  const programme = programmeOf(rest, now)
  expect(programme.slides.map((one: { kind: string }) => one.kind)).toEqual(['image'])
  expect(programme.read.map((one) => (one as { id: string }).id)).toEqual(['b'])
  const film = { ...picture, role: 'video' as const, url: '/a.mp4', mimeType: 'video/mp4' }
  const urgent = { d: item('d', 4, { chain: 'd', media: [film] }) }
  const kinds = programmeOf(urgent, now).slides.map((one: { kind: string }) => one.kind)
  expect(kinds).toEqual(['text', 'video']) // what to do is read before anything is looked at
})

test('what runs below pictures comes from the right, and is read through after one whole round', () => {
  const ticker = createTicker()
  const text = tickerOf([item('b', 2, { title: 'Tiêm chủng', text: 'Tại trạm y tế.' })])
  expect(text).toContain('Tiêm chủng. Tại trạm y tế.')
  const line = { width: 640, length: 1000, size: 31 }
  expect(ticker.placeOf(text, { ...line, now: 5000 })).toBe(640)
  const before = 5000 + ((640 + 999) / (3.5 * 31)) * 1000
  expect(ticker.placeOf(text, { ...line, now: before })).toBeLessThan(-990)
  expect(ticker.isThrough(text)).toBe(false)
  ticker.placeOf(text, { ...line, now: before + 20 })
  expect(ticker.isThrough(text)).toBe(true)
  expect(ticker.isThrough('another')).toBe(false)
  expect(ticker.placeOf('another', { ...line, now: before + 40 })).toBe(640)
})

test('a page has two lines of seven words at most, and nothing is lost', () => {
  const text =
    'Từ mười hai giờ hôm nay, người dân vùng ven sông chủ động sơ tán đến nơi an toàn theo hướng dẫn.'
  const pages = pagesOf(text, { width: 300, measure: (line: string) => line.length * 10 })
  for (const lines of pages) {
    expect(lines.length).toBeLessThanOrEqual(2)
    for (const line of lines) {
      expect(line.split(' ').length).toBeLessThanOrEqual(7)
      expect(line.length).toBeLessThanOrEqual(30)
    }
  }
  expect(pages.flat().join(' ')).toBe(text)
  const long = Array.from({ length: 700 }, (_, n) => `chữ${n}`).join(' ')
  expect(
    pagesOf(long, { width: 1e9, measure: () => 1 })
      .flat()
      .join(' '),
  ).toBe(long)
})

test('capitals are at least a fifteenth of the board', () => {
  for (const [width, height] of [
    [1280, 720],
    [320, 64],
    [192, 96],
    [720, 1280],
  ] as const)
    expect(fontSizeOf({ width, height }) * 0.7).toBeGreaterThanOrEqual(height / 15)
})

test('a board reads what the hub signed within five minutes, and nothing else', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const hub = { privateKey, publicKey: rawPublicKey(publicKey) }
  const other = generateKeyPairSync('ed25519').privateKey
  const message = seal(hub, { id: 'a', body: '{"v":1,"text":"ế"}', now: new Date(now) })
  const keys = [hub.publicKey]
  expect(await openMessage(message, keys, now)).toEqual({ v: 1, text: 'ế' })
  const both = `v1a,AAAA ${message.signature}`
  expect(await openMessage({ ...message, signature: both }, keys, now)).toEqual({ v: 1, text: 'ế' })
  for (const forged of [
    { ...message, body: '{"v":1,"text":"ê"}' },
    { ...message, id: 'b' },
    { ...message, timestamp: message.timestamp + 1 },
    { ...message, signature: message.signature.replace('v1a,', 'v1,') },
    seal({ ...hub, privateKey: other }, { id: 'a', body: '{}', now: new Date(now) }),
  ])
    expect(await openMessage(forged, keys, now)).toBe('not_signed')
  expect(await openMessage(message, keys, now + 301_000)).toBe('too_old')
  expect(await openMessage(message, keys, now - 302_000)).toBe('too_old')
  expect(await openMessage(message, keys, now + 9e9, { isClock: true })).toEqual({
    v: 1,
    text: 'ế',
  })
})
