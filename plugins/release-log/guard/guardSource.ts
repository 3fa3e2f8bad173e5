import { createHash } from 'node:crypto'
import type { GuardedTable } from './familyOf.ts'

/** The name of a table's guard function in schema `release`; long table names are shortened by their hash. */
export const guardName = (table: string): string =>
  table.length <= 50
    ? `guard_${table}`
    : `guard_${createHash('md5').update(table).digest('hex').slice(0, 16)}`

/** The plpgsql body of a table's guard. Every name is qualified. */
export const guardSource = (one: GuardedTable): string =>
  one.path.length === 0 ? mainSource(one) : childSource(one)

const releasedNow = (collection: string, id: string) =>
  `exists (select from release.releases r where r.collection = '${collection}' and r.doc_id = ${id} and r.tx = pg_current_xact_id())`

const refuse = (one: GuardedTable) =>
  `raise exception 'release guard: ${one.table} holds a live document of ${one.collection}' using errcode = '42501'`

const mainSource = (one: GuardedTable): string => `
begin
  if tg_op = 'DELETE' then
    if old._status::text = 'published'
      or exists (select from release.releases r where r.collection = '${one.collection}' and r.doc_id = old.id) then
      ${refuse(one)};
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and new.id is distinct from old.id then ${refuse(one)}; end if;
  if (new._status::text = 'published' or (tg_op = 'UPDATE' and old._status::text = 'published'))
    and not ${releasedNow(one.collection, 'new.id')} then
    ${refuse(one)};
  end if;
  return new;
end `

/** The lock takes the main row whatever its status, so that a child written beside a release waits for it. */
const childSource = (one: GuardedTable): string => {
  const [first, ...above] = one.path
  const joins = above.map(
    (step, index) =>
      `join public."${step.parent}" t${index + 1} on t${index + 1}.id = t${index}."${step.column}"`,
  )
  const main = `t${above.length}`
  return `
declare m record;
begin
  for m in select ${main}.id as id, ${main}._status::text as status from public."${first?.parent}" t0 ${joins.join(' ')}
    where t0.id in (old."${first?.column}", new."${first?.column}") for share of ${main}
  loop
    if m.status = 'published' and not ${releasedNow(one.collection, 'm.id')} then
      ${refuse(one)};
    end if;
  end loop;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end `
}
