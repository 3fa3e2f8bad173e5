import { execFile } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { capOfDispatch } from '#plugins/dispatch/drivers/cap/capOfDispatch.ts'
import { validateCap } from '#plugins/dispatch/drivers/cap/validateCap.ts'
import { writeCap } from '#plugins/dispatch/drivers/cap/writeCap.ts'
import type { Snapshot } from '#plugins/dispatch/drivers/snapshot.ts'
import { snapshotOf } from '#tests/unit/dispatch/snapshotOf.ts'
import { openFolder } from './support/openFolder.ts'

const folder = path.resolve('tests/support/cap')
let place: Awaited<ReturnType<typeof openFolder>>

beforeAll(async () => {
  place = await openFolder()
})
afterAll(() => place?.remove())

/** What xmllint says of a file; nothing when it validates. */
const judge = (file: string): Promise<string> =>
  new Promise((resolve) => {
    const args = ['--noout', '--nonet', '--schema', path.join(folder, 'cap-1.2.xsd'), file]
    execFile('xmllint', args, (error, _out, told) => resolve(error ? told : ''))
  })

const judgeText = async (xml: string): Promise<string> => {
  const file = path.join(place.folder, 'alert.xml')
  await writeFile(file, xml)
  return judge(file)
}

const ours = (more: Partial<Snapshot>, earlier: string[] = []) =>
  writeCap(
    capOfDispatch({
      id: '7f1c1c5e-6d1b-4a61-9a53-1d50f7d6c3aa',
      snapshot: snapshotOf(more),
      sender: 'coloa@hanoi.gov.vn',
      web: 'https://hanoi.gov.vn',
      earlier: earlier.map((kind, n) => ({ id: `e${n}`, kind, issuedAt: '2026-12-01T00:00:00Z' })),
      units: [{ code: '10105', name: 'Phường Hoàn Kiếm' }],
    }),
  )

test('xmllint accepts the public examples', async () => {
  for (const name of await readdir(path.join(folder, 'examples')))
    expect(await judge(path.join(folder, 'examples', name))).toBe('')
})

test('xmllint accepts every kind of alert that we write', async () => {
  const kinds: [Partial<Snapshot>, string[]][] = [
    [{}, []],
    [{ kind: 'update' }, ['alert']],
    [{ kind: 'cancel' }, ['alert', 'update']],
    [{ kind: 'exercise' }, []],
    [{ kind: 'test', audience: { areas: [], groups: [], devices: ['loa-1'] } }, []],
    [{ title: '<&>"\u0000\uD800 😀', text: 'a'.repeat(5000) }, []],
  ]
  for (const [more, earlier] of kinds) expect(await judgeText(ours(more, earlier))).toBe('')
})

test('xmllint refuses what breaks the schema, and passes what only our rules find', async () => {
  const alert = ours({})
  expect(await judgeText(alert.replace('+07:00', 'Z'))).toContain('sent')
  expect(await judgeText(alert.replace(/<sender>.*<\/sender>/, ''))).toContain('sender')
  const silent = alert.replace('>Alert<', '>Cancel<')
  expect(await judgeText(silent)).toBe('')
  expect(validateCap(silent)).toEqual([
    { code: 'cap_references_missing', where: 'references', value: 'Cancel' },
  ])
})
