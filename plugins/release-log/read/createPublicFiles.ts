import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { SequenceWatch } from './createSequenceWatch.ts'

const REMEMBERED = 20_000

/** Whether released files may be seen by everybody, by name. */
export type PublicFiles = {
  /** From memory alone: yes, or not known. */
  isKnown: (name: string) => boolean
  ask: (name: string) => Promise<boolean>
}

/**
 * A released file may be seen by everybody while an item that is public shows it, or while one of `others` says so. A yes is
 * remembered until any log moves; those who ask for the same file at once share one question.
 *
 * @param options.others ask what is kept outside of the log, by name
 */
export const createPublicFiles = (options: {
  pool: Pool
  watch: Pick<SequenceWatch, 'version' | 'refresh'>
  others?: readonly ((name: string) => Promise<boolean>)[]
}): PublicFiles => {
  const { pool, watch, others = [] } = options
  const known = new LRUCache<string, string>({ max: REMEMBERED })
  const asked = new Map<string, Promise<boolean>>()
  const isShown = async (name: string) => {
    const { rowCount } = await pool.query(
      'select from release.current_items where release.file_names(body) @> array[$1] limit 1',
      [name],
    )
    return rowCount === 1
  }
  const askNow = async (name: string, version: string) => {
    for (const ask of [isShown, ...others]) {
      if (!(await ask(name))) continue
      known.set(name, version)
      return true
    }
    return false
  }
  return {
    isKnown: (name) => {
      const { key, isTrusted } = watch.version([])
      return isTrusted && known.get(name) === key
    },
    ask: async (name) => {
      const { key, isTrusted } = watch.version([])
      const version = isTrusted ? key : await watch.refresh([])
      if (known.get(name) === version) return true
      const flight = `${version} ${name}`
      const shared = asked.get(flight)
      if (shared) return shared
      const work = askNow(name, version).finally(() => asked.delete(flight))
      asked.set(flight, work)
      return work
    },
  }
}
