import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { optionsOf } from '../options.ts'
import { configFaults } from './configFaults.ts'
import { familyOf } from './familyOf.ts'
import { guardName, guardSource } from './guardSource.ts'

type Trigger = {
  schema: string
  table: string
  trigger: string
  enabled: string
  type: number
  hasCondition: boolean
  function: string
  source: string
  config: string[] | null
}

type Expected = Pick<Trigger, 'schema' | 'table' | 'trigger' | 'type' | 'function'> & {
  /** The whole source, or words it must hold. */
  source: string | RegExp
}

const triggers = `select n.nspname as schema, c.relname as table, t.tgname as trigger, t.tgenabled as enabled,
    t.tgtype::int as type, t.tgqual is not null as "hasCondition", p.proname as function, p.prosrc as source,
    p.proconfig as config
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_proc p on p.oid = t.tgfoid join pg_namespace f on f.oid = p.pronamespace and f.nspname = 'release'
  where not t.tgisinternal`

/**
 * Checks that the config opens no way round the log and that every guard is in place, switched on and unchanged.
 *
 * @throws with one sentence that names the settings, collections or tables that are unprotected
 */
export const verifyGuard = async (payload: Payload, pool: Pick<Pool, 'query'>): Promise<void> => {
  await demandSafeConfig(payload)
  const { rows } = await pool.query<Trigger>(triggers)
  const faults = [...guards(payload), ...appendOnly, mandate].flatMap((one) => {
    const found = rows.find(
      (row) => row.schema === one.schema && row.table === one.table && row.trigger === one.trigger,
    )
    const fault = faultOf(one, found)
    return fault ? [`${one.schema}.${one.table} (${one.trigger} ${fault})`] : []
  })
  if (faults.length === 0) return
  throw new Error(
    `release-log: the guard is not whole, so nothing may start: ${faults.join(', ')}. Find out who changed it, then put it back with: npm run migrate -- --mend-guard`,
  )
}

const guards = (payload: Payload): Expected[] =>
  optionsOf(payload)
    .governed.flatMap((one) => familyOf(payload, one.slug))
    .flatMap((one) => {
      const at = { schema: 'public', table: one.table }
      const row = { function: guardName(one.table), source: guardSource(one) }
      return [
        { ...at, trigger: 'release_guard', type: 31, ...row },
        {
          ...at,
          trigger: 'release_guard_truncate',
          type: 34,
          function: 'refuse_change',
          source: refusing,
        },
      ]
    })

const refusing = /raise exception 'append_only/

const mandate: Expected = {
  schema: 'release',
  table: 'decisions',
  trigger: 'check_decision',
  type: 7,
  function: 'check_decision',
  source: /refusal := release\.refusal_of\(new, .*raise exception '%', refusal/s,
}

const appendOnly: Expected[] = ['submissions', 'decisions', 'releases', 'refusals'].flatMap(
  (table) => {
    const at = { schema: 'release', table, function: 'refuse_change', source: refusing }
    return [
      { ...at, trigger: 'append_only', type: 27 },
      { ...at, trigger: 'append_only_truncate', type: 34 },
    ]
  },
)

const faultOf = (one: Expected, found: Trigger | undefined): string | undefined => {
  if (!found) return 'is missing'
  if (found.enabled !== 'A') return 'is switched off'
  const isSameSource =
    one.source instanceof RegExp ? one.source.test(found.source) : found.source === one.source
  const isSame =
    isSameSource &&
    found.type === one.type &&
    !found.hasCondition &&
    found.function === one.function &&
    found.config?.join() === 'search_path=pg_catalog, pg_temp'
  return isSame ? undefined : 'was changed'
}

const demandSafeConfig = async (payload: Payload) => {
  const faults = await configFaults({
    config: payload.config,
    settings: optionsOf(payload),
    stranger: await createLocalReq({}, payload),
  })
  if (faults.length === 0) return
  throw new Error(`release-log: the config opens a way round the log: ${faults.join('; ')}.`)
}
