import type { ClientBase } from 'pg'
import type { Obligation } from '#domain/sla/obligation.ts'

/** Enters obligations that are not there yet as their first version; what is there is never changed. */
export const seedObligations = async (
  client: ClientBase,
  obligations: readonly Obligation[],
): Promise<void> => {
  for (const one of obligations) {
    await client.query(
      `insert into sla.obligations (code, version, definition, valid_from, valid_to) values ($1, 1, $2, $3, $4) on conflict do nothing`,
      [one.code, JSON.stringify(one), one.validFrom ?? '2020-01-01', one.validTo ?? null],
    )
  }
}
