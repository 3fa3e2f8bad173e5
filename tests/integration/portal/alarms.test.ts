import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { servePortal } from './servePortal.ts'
import type { ServedPortal } from './servePortal.ts'

let booted: BootedPayload
let city: Newsroom
let ward: Newsroom
let portal: ServedPortal

beforeAll(async () => {
  booted = await bootPayload()
  city = await openNewsroom(booted.payload)
  ward = await openNewsroom(booted.payload, 'phuong-hoa-sua')
  portal = await servePortal(booted)
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

const write = async (room: Newsroom, title: string, more: { supersedes?: number } = {}) => {
  const { id } = await booted.payload.create({
    collection: 'bulletins',
    data: {
      title,
      text: `Nội dung của ${title}.`,
      site: room.site.id,
      priority: 'emergency',
      messageKind: 'alert',
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      ...more,
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await room.publish('bulletins', id)
  return id
}

const saidAnew = async (room: Newsroom, id: number, text: string) => {
  await booted.payload.update({
    collection: 'bulletins',
    id,
    data: { text },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await room.publish('bulletins', id, 'update')
}

/** Titles of the emergencies above a page, in their order: those that stand open, and those that are folded. */
const above = async (path: string): Promise<{ open: string[]; folded: string[]; more: string }> => {
  const { text } = await portal.get(path)
  const [open = '', folded = ''] = text.split('class="alarms-more"')
  const titles = (html: string) =>
    [...html.matchAll(/class="alarm-title">([^<]*)</g)].map(([, title]) => title ?? '')
  const [, more = ''] = /<summary class="wrap">([^<]*)</.exec(folded) ?? []
  return { open: titles(open), folded: titles(folded), more }
}

test('what was superseded is shown again once it is released anew, and is not hidden by a correction of what superseded it', async () => {
  const page = '/s/phuong-hoa-sua'
  const shown = () => above(page).then(({ open }) => open)
  const first = await write(ward, 'Lũ về')
  await expect.poll(shown).toEqual(['Lũ về'])
  const second = await write(ward, 'Lũ lên nhanh', { supersedes: first })
  await expect.poll(shown).toEqual(['Lũ lên nhanh'])
  await saidAnew(ward, first, 'Nước lại lên.')
  await expect.poll(shown).toEqual(['Lũ về', 'Lũ lên nhanh'])
  await saidAnew(ward, second, 'Sửa lời.')
  await expect.poll(shown).toEqual(['Lũ lên nhanh', 'Lũ về'])
  const third = await write(ward, 'Lũ rút', { supersedes: first })
  await expect.poll(shown).toEqual(['Lũ rút', 'Lũ lên nhanh'])
  await ward.withdraw('bulletins', third)
  await expect.poll(shown).toEqual(['Lũ lên nhanh'])
})

test('every emergency in force is shown, the newest three open and the others folded below', async () => {
  for (const title of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']) await write(city, title)
  await expect
    .poll(() => above('/tin'))
    .toEqual({
      open: ['Năm', 'Bốn', 'Ba'],
      folded: ['Hai', 'Một'],
      more: 'Còn 2 bản tin khẩn cấp khác đang có hiệu lực',
    })
  expect((await above('/en/tin')).more).toBe('2 more emergency bulletins in force')
})
