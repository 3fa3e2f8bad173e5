import { LRUCache } from 'lru-cache'
import type { GovernedCollection } from '#kit/governed.ts'
import { compilePlan } from './compilePlan.ts'
import type { Plan } from './compilePlan.ts'
import { parseQuery } from './parseQuery.ts'

/** Longer questions are compiled each time, so that a stranger cannot fill the memory with them. */
const MAX_REMEMBERED = 600

/** Compiles questions, each distinct one once. The question by id is one for all ids. */
export const createPlanCache = (locales: readonly string[]) => {
  const plans = new LRUCache<string, Plan>({ max: 2000 })
  return (governed: GovernedCollection, query: string, id: number | undefined): Plan => {
    const key = `${governed.slug}${id === undefined ? '' : '/'}?${query}`
    const known = plans.get(key)
    const plan =
      known ??
      compilePlan({
        governed,
        query: parseQuery(query),
        locales,
        ...(id === undefined ? {} : { id }),
      })
    if (!known && query.length <= MAX_REMEMBERED) plans.set(key, plan)
    return id === undefined ? plan : { ...plan, values: plan.values.with(plan.idAt, id) }
  }
}
