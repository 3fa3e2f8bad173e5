import type { Sql } from '#kit/transaction.ts'
import type { ListedDevice } from './checkRows.ts'

/** The devices of a list by what happens to them. */
export type ImportPlan = { created: ListedDevice[]; changed: ListedDevice[]; retest: string[] }

/** Plain columns: field of the list, column, its type. */
const plainColumns = [
  ['name', 'name', 'text'],
  ['deviceClass', 'device_class', 'enum_devices_device_class'],
  ['unitId', 'unit_id', 'int'],
  ['channel', 'channel', 'enum_devices_channel'],
  ['address', 'address', 'text'],
  ['make', 'make', 'text'],
  ['model', 'model', 'text'],
  ['gateway', 'gateway', 'text'],
  ['speaksText', 'capabilities_speaks_text', 'boolean'],
  ['maxMegabytes', 'capabilities_max_megabytes', 'numeric'],
  ['latitude', 'latitude', 'numeric'],
  ['longitude', 'longitude', 'numeric'],
  ['screenWidth', 'screen_width', 'numeric'],
  ['screenHeight', 'screen_height', 'numeric'],
] as const

/** What a test holds for, of what a list may change. */
const tested: readonly string[] = ['deviceClass', 'channel', 'address', 'make', 'model', 'gateway']

type Stored = Record<string, unknown> & {
  code: string
  lifecycle: string
  groupIds: number[]
  forms: string[]
}

/** Compares a list with what is stored. */
export const planDevices = async (
  sql: Sql,
  devices: readonly ListedDevice[],
): Promise<ImportPlan> => {
  const { rows } = await sql.query<Stored>(
    `select d.code, d.lifecycle::text, ${plainColumns
      .map(([field, column, type]) =>
        type === 'numeric' ? `d.${column}::float8 as "${field}"` : `d.${column} as "${field}"`,
      )
      .join(', ')},
       array(select r.device_groups_id from public.devices_rels r where r.parent_id = d.id and r.path = 'groups' order by 1) as "groupIds",
       array(select f.value::text from public.devices_capabilities_forms f where f.parent_id = d.id order by 1) as forms
     from public.devices d where d.code = any($1::text[])`,
    [sqlTexts(devices.map((one) => one.code))],
  )
  const stored = new Map(rows.map((one) => [one.code, one]))
  const changed = devices.filter((one) => {
    const before = stored.get(one.code)
    return before !== undefined && differences(one, before).length > 0
  })
  return {
    created: devices.filter((one) => !stored.has(one.code)),
    changed,
    retest: changed
      .filter((one) => {
        const before = stored.get(one.code)
        const isTested = before?.lifecycle === 'active' || before?.lifecycle === 'tested'
        return isTested && differences(one, before).some((field) => tested.includes(field))
      })
      .map((one) => one.code),
  }
}

/** Writes a plan in a few statements, however long it is. */
export const writeDevices = async (sql: Sql, plan: ImportPlan): Promise<void> => {
  const all = [...plan.created, ...plan.changed]
  if (all.length === 0) return
  const [first] = all
  const present = plainColumns.filter(([field]) => first && field in first)
  const names = present.map(([, column]) => column)
  const retest = new Set(plan.retest)
  const rows = JSON.stringify(
    all.map((one) => ({
      code: one.code,
      must_test: retest.has(one.code),
      ...Object.fromEntries(
        present.map(([field, column]) => [column, one[field as keyof ListedDevice] ?? null]),
      ),
    })),
  )
  const recordset = `json_to_recordset($1::json) as n(code text, must_test boolean, ${present
    .map(([, column, type]) => `${column} ${type.startsWith('enum') ? `public.${type}` : type}`)
    .join(', ')})`
  await sql.query(
    `insert into public.devices (code, ${names.join(', ')}, lifecycle, created_at, updated_at)
     select n.code, ${names.map((one) => `n.${one}`).join(', ')}, 'registered', now(), now() from ${recordset}
     where not exists (select from public.devices d where d.code = n.code)`,
    [rows],
  )
  await sql.query(
    `update public.devices d set ${names.map((one) => `${one} = n.${one}`).join(', ')},
       lifecycle = case when n.must_test then 'registered'::public.enum_devices_lifecycle else d.lifecycle end, updated_at = now()
     from ${recordset} where d.code = n.code`,
    [rows],
  )
  if (first?.groupIds) await writeGroups(sql, all)
  if (first?.forms) await writeForms(sql, all)
}

const writeGroups = async (sql: Sql, all: readonly ListedDevice[]) => {
  await sql.query(
    `delete from public.devices_rels r using public.devices d
     where d.id = r.parent_id and r.path = 'groups' and d.code = any($1::text[])`,
    [sqlTexts(all.map((one) => one.code))],
  )
  await sql.query(
    `insert into public.devices_rels ("order", parent_id, path, device_groups_id)
     select n.place, d.id, 'groups', n.value::int from json_to_recordset($1::json) as n(code text, place int, value text)
     join public.devices d on d.code = n.code`,
    [entriesOf(all, (one) => one.groupIds ?? [])],
  )
}

const writeForms = async (sql: Sql, all: readonly ListedDevice[]) => {
  await sql.query(
    `delete from public.devices_capabilities_forms f using public.devices d
     where d.id = f.parent_id and d.code = any($1::text[])`,
    [sqlTexts(all.map((one) => one.code))],
  )
  await sql.query(
    `insert into public.devices_capabilities_forms ("order", parent_id, value)
     select n.place, d.id, n.value::public.enum_devices_capabilities_forms
     from json_to_recordset($1::json) as n(code text, place int, value text) join public.devices d on d.code = n.code`,
    [entriesOf(all, (one) => one.forms ?? [])],
  )
}

const entriesOf = (
  all: readonly ListedDevice[],
  values: (one: ListedDevice) => readonly (string | number)[],
): string =>
  JSON.stringify(
    all.flatMap((one) =>
      [...new Set(values(one))].map((value, index) => ({
        code: one.code,
        place: index + 1,
        value: String(value),
      })),
    ),
  )

const differences = (one: ListedDevice, before: Stored): string[] =>
  Object.entries(one)
    .filter(([field]) => field !== 'row' && field !== 'code')
    .filter(([field, value]) => canon(value) !== canon(before[field]))
    .map(([field]) => field)

/** Nothing, empty and "no" are the same; lists are sets. */
const canon = (value: unknown): string => {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value.map(String))].sort())
  return value ? JSON.stringify(value) : value === 0 ? '0' : ''
}

/** An array in PostgreSQL's own writing: one parameter, whatever the driver makes of lists. */
const sqlTexts = (texts: readonly string[]): string =>
  `{${texts.map((one) => `"${one.replaceAll(/(["\\])/g, String.raw`\$1`)}"`).join(',')}}`
