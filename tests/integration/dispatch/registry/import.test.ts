import writeExcelFile from 'write-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRegistry } from './openRegistry.ts'

type Told = {
  isDryRun: boolean
  created: number
  changed: number
  unchanged: number
  retest: string[]
  errors: { row: number; column: string; value: string; message: string }[]
}

let city: Awaited<ReturnType<typeof openRegistry>>
beforeAll(async () => {
  city = await openRegistry()
  await city.payload.create({
    collection: 'device-groups',
    data: { code: 'noi-thanh', name: 'Nội thành' },
    overrideAccess: true,
    depth: 0,
  })
})
afterAll(() => city?.stop())

const formOf = (
  bytes: string | Uint8Array,
  isDryRun: boolean,
  more: Record<string, string> = {},
) => {
  const form = new FormData()
  form.append('file', new Blob([bytes as BlobPart]), 'thiet-bi.csv')
  form.append('dryRun', String(isDryRun))
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return form
}
const upload = async (bytes: string | Uint8Array, isDryRun = true) => {
  const { status, body } = await city.call(
    'van-hanh',
    'POST',
    '/dispatch/device-imports',
    formOf(bytes, isDryRun),
  )
  return { status, code: body.errors?.[0]?.code, told: body as unknown as Told }
}
const count = async () => {
  const { rows } = await city.pool.query<{ n: number }>(
    'select count(*)::int as n from public.devices',
  )
  return rows[0]?.n
}

const heads =
  'Mã thiết bị;Tên;Loại;Mã xã, phường;Kênh;Địa chỉ;Nhóm;Hình thức nhận được;Vĩ độ;Kiểu máy'
const good = `${heads}
LOA-A;Cụm loa chợ Bưởi;Cụm loa;00004;MQTT;;noi-thanh;text, audio;21,04;SM-200
LED-B;Bảng tin bến xe;Bảng tin điện tử;4;HTTP;https://10.9.8.7/tin;;hình ảnh;;`

test('a dry run tells what would be done and writes nothing; the second upload writes it, the third changes nothing', async () => {
  const before = await count()
  expect((await upload(good)).told).toMatchObject({
    isDryRun: true,
    created: 2,
    changed: 0,
    errors: [],
  })
  expect(await count()).toBe(before)
  expect((await upload(good, false)).told).toMatchObject({
    isDryRun: false,
    created: 2,
    errors: [],
  })
  const { docs } = await city.payload.find({
    collection: 'devices',
    where: { code: { in: ['LOA-A', 'LED-B'] } },
    sort: 'code',
    overrideAccess: true,
    depth: 1,
  })
  expect(docs).toMatchObject([
    {
      code: 'LED-B',
      lifecycle: 'registered',
      channel: 'http',
      unit: { code: '00004' },
      capabilities: { forms: ['image'] },
    },
    {
      code: 'LOA-A',
      latitude: 21.04,
      groups: [{ code: 'noi-thanh' }],
      capabilities: { forms: ['text', 'audio'] },
      model: 'SM-200',
    },
  ])
  expect((await upload(good, false)).told).toMatchObject({ created: 0, changed: 0, unchanged: 2 })
})

test('a changed line updates its device by code; an active one is named and must be tested again', async () => {
  await city.pool.query(
    `insert into dispatch.connection_tests (device_id, fingerprint, ended_at, outcome)
     select id, dispatch.fingerprint_of(id), clock_timestamp(), 'passed' from public.devices where code = 'LOA-A'`,
  )
  await city.pool.query(
    `insert into dispatch.security_checks (device_id, fingerprint, outcome, checked_on, document)
     select id, dispatch.fingerprint_of(id), 'passed', current_date, 'x' from public.devices where code = 'LOA-A'`,
  )
  await city.pool.query(`update public.devices set lifecycle = 'active' where code = 'LOA-A'`)
  const renamed = good.replace('Cụm loa chợ Bưởi', 'Cụm loa chợ mới')
  expect((await upload(renamed, false)).told).toMatchObject({ changed: 1, retest: [] })
  const moved = renamed.replace('SM-200', 'SM-300')
  expect((await upload(moved)).told).toMatchObject({ changed: 1, retest: ['LOA-A'] })
  await upload(moved, false)
  const { rows } = await city.pool.query(
    `select d.lifecycle::text, d.name, (select reason from dispatch.lifecycle l where l.device_id = d.id order by at desc limit 1) as reason
     from public.devices d where code = 'LOA-A'`,
  )
  expect(rows).toEqual([{ lifecycle: 'registered', name: 'Cụm loa chợ mới', reason: 'changed' }])
})

test('every wrong cell is named by line, column and sentence, in the language of the person', async () => {
  const before = await count()
  const bad = `${heads}
LOA-A;;Máy giặt;99999;HTTP;ftp://x;la-gi;;95;
LOA-A;Tên;Cụm loa;00004;MQTT;;;;;`
  const { told } = await upload(bad, false)
  expect(told.errors.map((one) => [one.row, one.column])).toEqual([
    [2, 'Mã xã, phường'],
    [2, 'Tên'],
    [2, 'Loại'],
    [2, 'Nhóm'],
    [2, 'Vĩ độ'],
    [2, 'Địa chỉ'],
    [3, 'Mã thiết bị'],
  ])
  expect(told.errors.at(-1)?.message).toBe('Mã này đã có ở dòng 2. Mỗi thiết bị một dòng.')
  expect(await count()).toBe(before)
  const english = await city.send(
    'van-hanh',
    'POST',
    '/dispatch/device-imports',
    formOf(bad, true),
    'en',
  )
  const { errors } = (await english.json()) as Told
  expect(errors.at(-1)).toMatchObject({
    column: 'Code',
    message: 'This code stands in line 2 already. One line a device.',
  })
})

test('what Excel writes in Vietnam is read: UTF-8 with and without its mark, UTF-16, Windows-1258, Excel itself', async () => {
  const line = (code: string) => `${heads}\n${code};Cụm loa phường Ngọc Hà;Cụm loa;00008;MQTT;;;;;`
  const utf16 = Buffer.from(`\uFEFF${line('ENC-16').replaceAll(';', '\t')}`, 'utf16le')
  const sheet = await writeExcelFile([
    ['Mã thiết bị *', 'Tên *', 'Loại *', 'Mã xã, phường *', 'Kênh *'].map((value) => ({ value })),
    ['ENC-X', 'Cụm loa phường Ngọc Hà', 'Cụm loa', '00008', 'MQTT'].map((value) => ({ value })),
  ]).toBuffer()
  const files = [
    Buffer.from(line('ENC-8')),
    Buffer.from(`\uFEFF${line('ENC-8B')}`),
    utf16,
    utf16.subarray(2),
    to1258(line('ENC-1258')),
    sheet,
  ]
  for (const bytes of files) expect((await upload(bytes, false)).told.errors).toEqual([])
  const { rows } = await city.pool.query(
    `select code, name from public.devices where code like 'ENC-%' order by code`,
  )
  const name = 'Cụm loa phường Ngọc Hà'
  expect(rows).toEqual(
    ['ENC-1258', 'ENC-16', 'ENC-8', 'ENC-8B', 'ENC-X'].map((code) => ({ code, name })),
  )
})

test('what cannot be read for certain is refused with the way out: other encodings, old Excel, no headings, bombs', async () => {
  const english = `Code;Name;Class;Commune code;Channel\nX;${'C\xF4m loa'};Cum loa;00004;MQTT`
  expect((await upload(Buffer.from(english, 'latin1'))).code).toBe('file_encoding')
  expect((await upload(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).code).toBe(
    'file_unreadable',
  )
  expect((await upload('a;b\n1;2')).code).toBe('file_columns')
  expect((await upload(heads)).code).toBe('file_empty')
  const sheet = await writeExcelFile([[{ value: 'x' }]]).toBuffer()
  const entry = sheet.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  sheet.writeUInt32LE(0xf0000000, entry + 24)
  expect((await upload(sheet)).code).toBe('file_too_large')
})

test('a formula in a wrong cell does not run in the file of errors', async () => {
  const bad = `${heads}\n=HYPERLINK("http://x");Tên;Cụm loa;00004;MQTT;;;;;`
  const answer = await city.send(
    'van-hanh',
    'POST',
    '/dispatch/device-imports',
    formOf(bad, true, { as: 'csv' }),
  )
  const text = await answer.text()
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test('five thousand lines are one upload, and the template is read as it is given out', async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `BIG-${n};Cụm loa ${n};Cụm loa;00004;MQTT;;noi-thanh;text;;`,
  )
  const { told } = await upload([heads, ...lines].join('\n'), false)
  expect(told).toMatchObject({ created: 5000, errors: [] })
  expect(
    (await upload([heads, ...lines, lines[0]?.replace('BIG-0', 'BIG-X')].join('\n'))).code,
  ).toBe('file_too_large')
  const template = await city.send('van-hanh', 'GET', '/dispatch/device-imports/template')
  const read = await upload(new Uint8Array(await template.arrayBuffer()))
  expect(read.told).toMatchObject({ created: 1, errors: [] })
})

test('a person of a commune takes in no list', async () => {
  const { status } = await city.call(
    'phuong',
    'POST',
    '/dispatch/device-imports',
    formOf(good, true),
  )
  expect(status).toBe(403)
})

/** Windows-1258 writes some letters with a combining mark of its own; enough of it for these tests. */
const to1258 = (text: string): Buffer => {
  const marks: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  }
  const decoder = new TextDecoder('windows-1258')
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  )
  const bytes = Array.from(text.normalize('NFC')).flatMap((letter) => {
    const whole = table.get(letter)
    if (whole !== undefined) return [whole]
    const parts = letter.normalize('NFD')
    const mark = Array.from(parts).find((one) => one in marks) ?? ''
    const base = parts.replace(mark, '').normalize('NFC')
    return [table.get(base) ?? 0x3f, marks[mark] ?? 0x3f]
  })
  return Buffer.from(bytes)
}
