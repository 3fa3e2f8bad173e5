import type { Label } from './label.ts'

/** A rule of law with the clause it rests on and the days on which it holds, both inclusive; open where left out. */
export type Rule = {
  /** As in the catalogue of clauses: `P-13.2a.1`. */
  clause: string
  /** YYYY-MM-DD. */
  validFrom?: string
  validTo?: string
  /** What in it is a reading of this deployment, not the words of the clause. */
  reading?: Label
}

/**
 * The rules in force on a day.
 *
 * @param day YYYY-MM-DD in the deployment's zone
 */
export const inForce = <T extends Rule>(rules: readonly T[], day: string): T[] =>
  rules.filter(
    (rule) =>
      (rule.validFrom === undefined || rule.validFrom <= day) &&
      (rule.validTo === undefined || rule.validTo >= day),
  )
