import type { Capacity } from '../people/standing.ts'

/** Who acted and in what capacity, as an entry of the chain says it: for whom and under which mandate, when acting. */
export const signedBy = (person: number, { role, actingFor, mandateId }: Capacity) => ({
  by: person,
  capacity: role,
  ...(actingFor === undefined ? {} : { actingFor }),
  ...(mandateId === undefined ? {} : { mandate: mandateId }),
})
