import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { SequenceWatch } from './createSequenceWatch.ts'

const REMEMBERED = 20_000

/**
 * Tells whether a released file may be seen by everybody: while an item that is public shows it, or while one of `others`
 * says so. A yes is remembered until any log moves.
 *
 * @param options.others ask what is kept outside of the log, by name
 */
export const createPublicFiles = (options: {
  pool: Pool
  watch: Pick<SequenceWatch, 'version' | 'refresh'>
  others?: readonly ((name: string) => Promise<boolean>)[]
}): ((name: string) => Promise<boolean>) => {
  const { pool, watch, others = [] } = options
  const known = new LRUCache<string, string>({ max: REMEMBERED })
  const isShown = async (name: string) => {
    const { rowCount } = await pool.query(
      'select from release.current_items where release.file_names(body) @> array[$1] limit 1',
      [name],
    )
    return rowCount === 1
  }
  return async (name) => {
    const { key, isTrusted } = watch.version([])
    const version = isTrusted ? key : await watch.refresh([])
    if (known.get(name) === version) return true
    for (const ask of [isShown, ...others]) {
      if (!(await ask(name))) continue
      known.set(name, version)
      return true
    }
    return false
  }
}
