import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { capOfDispatch } from '#plugins/dispatch/drivers/cap/capOfDispatch.ts'
import { capTime } from '#plugins/dispatch/drivers/cap/capTime.ts'
import { readCap } from '#plugins/dispatch/drivers/cap/readCap.ts'
import { validateCap } from '#plugins/dispatch/drivers/cap/validateCap.ts'
import { writeCap } from '#plugins/dispatch/drivers/cap/writeCap.ts'
import type { Snapshot } from '#plugins/dispatch/drivers/snapshot.ts'
import { snapshotOf } from './snapshotOf.ts'

const folder = path.resolve('tests/support/cap')
const schema = await readFile(path.join(folder, 'cap-1.2.xsd'), 'utf8')
const examples = await Promise.all(
  (await readdir(path.join(folder, 'examples'))).map(async (name) => ({
    name,
    xml: await readFile(path.join(folder, 'examples', name), 'utf8'),
  })),
)
const storm = examples.find(({ name }) => name === 'thunderstorm.xml')?.xml ?? ''

const schemaErrors = async (xml: string): Promise<string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'alert.xml', contents: xml }],
    schema: [{ fileName: 'cap.xsd', contents: schema }],
  })
  return errors.map((one) => one.message)
}

const ours = (
  more: Partial<Snapshot> = {},
  earlier: { kind: string; releasedAs?: string }[] = [],
  known: { releasedAs?: string; isAddition?: boolean } = {},
) =>
  writeCap(
    capOfDispatch({
      ...known,
      id: '7f1c1c5e-6d1b-4a61-9a53-1d50f7d6c3aa',
      snapshot: snapshotOf(more),
      sender: 'coloa@hanoi.gov.vn',
      web: 'https://hanoi.gov.vn',
      earlier: earlier.map((one, n) => ({
        ...one,
        id: `earlier-${n}`,
        issuedAt: '2026-12-01T00:00:00.000Z',
      })),
      units: [
        {
          code: '10105',
          name: 'Phường Hoàn Kiếm',
          polygon: ['21.03,105.84 21.04,105.85 21.02,105.86 21.03,105.84'],
          circle: ['21.03,105.85 2.5'],
        },
      ],
    }),
  )

test.each(examples)('the public example $name is accepted', async ({ xml }) => {
  expect(validateCap(xml)).toEqual([])
  expect(await schemaErrors(xml)).toEqual([])
})

test.each<[string, Partial<Snapshot>, { kind: string }[], Record<string, string>]>([
  ['an alert', {}, [], { status: 'Actual', msgType: 'Alert', sent: '2026-12-01T08:00:00+07:00' }],
  ['an update', { kind: 'update' }, [{ kind: 'alert' }], { status: 'Actual', msgType: 'Update' }],
  ['a cancellation', { kind: 'cancel' }, [{ kind: 'alert' }], { msgType: 'Cancel' }],
  ['an exercise', { kind: 'exercise' }, [], { status: 'Exercise', msgType: 'Alert' }],
  [
    'the end of an exercise',
    { kind: 'cancel' },
    [{ kind: 'exercise' }],
    { status: 'Exercise', msgType: 'Cancel' },
  ],
  [
    'a connection test',
    { kind: 'test', audience: { areas: [], groups: [], devices: ['loa-1'] } },
    [],
    { status: 'Test', scope: 'Private', addresses: 'loa-1' },
  ],
  [
    'media',
    {
      media: [
        {
          role: 'audio',
          url: 'https://hanoi.gov.vn/a.mp3',
          sha256: 'ab',
          mimeType: 'audio/mpeg',
          bytes: 9,
        },
      ],
    },
    [],
    { msgType: 'Alert' },
  ],
])('%s is sound by the schema and by our rules', async (_name, more, earlier, expected) => {
  const xml = ours(more, earlier)
  expect(validateCap(xml)).toEqual([])
  expect(await schemaErrors(xml)).toEqual([])
  const alert = readCap(xml)
  if (typeof alert === 'string') throw new Error(alert)
  for (const [name, value] of Object.entries(expected)) expect(alert.text(name)).toBe(value)
  if (earlier.length > 0)
    expect(alert.text('references')).toBe('coloa@hanoi.gov.vn,earlier-0,2026-12-01T07:00:00+07:00')
})

test.each([
  ['an exercise that becomes real', 'update', 'alert', ['exercise'], 'Actual'],
  ['an alert that becomes an exercise', 'update', 'exercise', ['alert'], 'Exercise'],
  ['more of an exercise', 'update', 'update', ['exercise'], 'Exercise'],
  ['the end of what became real', 'cancel', 'cancel', ['exercise', 'update as alert'], 'Actual'],
  ['the end for those a new exercise leaves out', 'cancel', 'exercise', ['alert'], 'Actual'],
] as const)('%s has the status of the newest word', (_name, kind, releasedAs, before, expected) => {
  const earlier = before.map((one) => {
    const [was = '', as] = one.split(' as ')
    return { kind: was, ...(as ? { releasedAs: as } : {}) }
  })
  const xml = ours({ kind }, earlier, { releasedAs })
  expect(validateCap(xml)).toEqual([])
  expect(xml).toContain(`<status>${expected}</status>`)
})

test('what is released is public, sent to devices by name too; an addition is for its devices', async () => {
  const named = { audience: { areas: [], groups: [], devices: ['loa-1', 'loa-2'] } }
  const released = ours(named)
  const added = ours(named, [{ kind: 'alert' }], { isAddition: true })
  for (const xml of [released, added]) {
    expect(validateCap(xml)).toEqual([])
    expect(await schemaErrors(xml)).toEqual([])
  }
  expect(released).toContain('<scope>Public</scope>')
  expect(released).not.toContain('loa-1')
  expect(added).toContain('<addresses>loa-1 loa-2</addresses>')
})

test('texts arrive as they were written, whatever is in them', () => {
  const read = (text: string): string => {
    const alert = readCap(ours({ text }))
    return typeof alert === 'string'
      ? alert
      : (alert.children('info')[0]?.text('description') ?? '')
  }
  expect(read('Lũ <b>lớn</b> & "sạt lở" ]]> 😀 Đề phòng: ế, ự, ỗ')).toBe(
    'Lũ <b>lớn</b> & "sạt lở" ]]> 😀 Đề phòng: ế, ự, ỗ',
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(validateCap(ours({ title: `Bão ${title}` }))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test.each<[string, (xml: string) => string, string, string]>([
  [
    'a Cancel without references',
    (x) => x.replace('>Alert<', '>Cancel<'),
    'cap_references_missing',
    'references',
  ],
  [
    'an Update without references',
    (x) => x.replace('>Alert<', '>Update<'),
    'cap_references_missing',
    'references',
  ],
  [
    'an Ack without references',
    (x) => x.replace('>Alert<', '>Ack<'),
    'cap_references_missing',
    'references',
  ],
  [
    'a reference of two parts',
    (x) => x.replace('<info>', '<references>a,b</references><info>'),
    'cap_reference',
    'references',
  ],
  [
    'a polygon of garbage',
    (x) => x.replace(/<polygon>[^<]+/, '<polygon>garbage'),
    'cap_polygon',
    'info[0]/area[0]/polygon',
  ],
  [
    'a polygon that is open',
    (x) => x.replace(' 38.47,-120.14<', ' 38.48,-120.14<'),
    'cap_polygon',
    'info[0]/area[0]/polygon',
  ],
  [
    'a polygon of three pairs',
    (x) => x.replace(/<polygon>[^<]+/, '<polygon>1,1 2,2 1,1'),
    'cap_polygon',
    'info[0]/area[0]/polygon',
  ],
  [
    'a polygon off the globe',
    (x) => x.replace(/<polygon>[^<]+/, '<polygon>91,1 2,2 3,3 91,1'),
    'cap_polygon',
    'info[0]/area[0]/polygon',
  ],
  [
    'a circle without radius',
    (x) => x.replace('<geocode>', '<circle>21,105</circle><geocode>'),
    'cap_circle',
    'info[0]/area[0]/circle',
  ],
  [
    'an end before the beginning',
    (x) => x.replace('T16:00:00', 'T14:00:00'),
    'cap_expires_before',
    'info[0]/expires',
  ],
  ['a time with Z', (x) => x.replace('14:57:00-07:00', '14:57:00Z'), 'cap_time', 'sent'],
  ['a time with fractions', (x) => x.replace('14:57:00-', '14:57:00.5-'), 'cap_time', 'sent'],
  [
    'an identifier with a space',
    (x) => x.replace('KSTO1055887203', 'KSTO 1'),
    'cap_name',
    'identifier',
  ],
  ['a sender with a comma', (x) => x.replace('KSTO@NWS', 'KSTO,NWS'), 'cap_name', 'sender'],
  ['a sender with &', (x) => x.replace('KSTO@NWS', 'KSTO&amp;NWS'), 'cap_name', 'sender'],
  ['no sender', (x) => x.replace(/<sender>[^<]+<\/sender>/, ''), 'cap_missing', 'sender'],
  [
    'an Alert without info',
    (x) => x.replace(/<info>[\s\S]*<\/info>/, ''),
    'cap_info_missing',
    'info',
  ],
  ['an unknown status', (x) => x.replace('>Actual<', '>BOGUS<'), 'cap_value', 'status'],
  ['an unknown category', (x) => x.replace('>Met<', '>Weather<'), 'cap_value', 'info[0]/category'],
  [
    'a private alert for nobody',
    (x) => x.replace('>Public<', '>Private<'),
    'cap_addresses_missing',
    'addresses',
  ],
  [
    'a restricted alert without its rule',
    (x) => x.replace('>Public<', '>Restricted<'),
    'cap_restriction_missing',
    'restriction',
  ],
  ['CAP 1.1', (x) => x.replace('cap:1.2', 'cap:1.1'), 'cap_not_alert', ''],
  ['no XML', () => 'bão', 'cap_not_xml', ''],
  [
    'a document type',
    (x) => x.replace('<alert', '<!DOCTYPE alert [<!ENTITY a "b">]><alert'),
    'cap_not_xml',
    '',
  ],
])('%s is refused with the reason', (_name, breakIt, code, where) => {
  const broken = breakIt(storm)
  expect(broken).not.toBe(storm)
  expect(validateCap(broken)[0]).toMatchObject({ code, where })
})

test('a cancellation of nothing is not written', () => {
  expect(() => ours({ kind: 'cancel' })).toThrow('a cancellation of nothing')
})

test('times have our own offset, and UTC is written -00:00', () => {
  expect(capTime('2026-12-31T17:30:00.900Z')).toBe('2027-01-01T00:30:00+07:00')
  expect(capTime('2026-12-31T17:30:00.900Z', 'utc')).toBe('2026-12-31T17:30:00-00:00')
  const utc = storm.replace('2003-06-17T14:57:00-07:00', '2003-06-17T21:57:00-00:00')
  expect(validateCap(utc)).toEqual([])
})
