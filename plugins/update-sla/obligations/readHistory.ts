import type { PayloadRequest } from 'payload'
import type { Obligation } from '#domain/sla/obligation.ts'
import { sqlOf } from '#kit/transaction.ts'

/** A version as somebody reads it. */
export type VersionLine = {
  code: string
  version: number
  definition: Obligation
  /** YYYY-MM-DD. */
  validFrom: string
  validTo: string | null
  reason: string | null
  document: string | null
  /** Null: came with the config. */
  enteredBy: number | null
  /** ISO. */
  enteredAt: string
}

/** Every version, of one obligation or of all, the latest first. */
export const readHistory = async (req: PayloadRequest, code?: string): Promise<VersionLine[]> => {
  const { rows } = await (
    await sqlOf(req)
  ).query<VersionLine>(
    `select code, version, definition, valid_from::text as "validFrom", valid_to::text as "validTo", reason, document,
       entered_by as "enteredBy", to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "enteredAt"
     from sla.obligations where $1::text is null or code = $1 order by code, version desc`,
    [code ?? null],
  )
  return rows
}
