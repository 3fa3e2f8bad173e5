import type { Obligation } from '#domain/sla/obligation.ts'
import type { ObligationWords } from './obligationWords.ts'

/**
 * Who owes it, in words.
 *
 * @param names of owners that are named one by one
 */
export const owesText = (
  one: Obligation,
  words: ObligationWords,
  names: ReadonlyMap<string, string>,
): string => {
  if (!('owes' in one)) return one.trigger === 'entry' ? words.owesEntry : words.owesSource
  const groups: Readonly<Record<string, string>> = {
    city: words.owesCity,
    component: words.owesComponent,
    department: words.owesDepartment,
    ward: words.owesWard,
    commune: words.owesCommune,
    specialZone: words.owesSpecialZone,
    agency: words.owesAgency,
    pressAgency: words.owesPressAgency,
  }
  const owes: readonly string[] = typeof one.owes === 'string' ? [one.owes] : one.owes
  return owes.map((name) => groups[name] ?? names.get(name) ?? name).join(', ')
}
