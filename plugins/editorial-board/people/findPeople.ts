import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { demandPerson } from './standing.ts'

/** An account somebody may be appointed by. */
export type FoundPerson = { id: number; name: string; email: string }

const SHOWN = 8

/**
 * Active accounts whose name or e-mail holds every word, whatever its marks; for registrars, and for heads who appoint their
 * editors. Nothing for less than two letters.
 *
 * @throws PortalError people_only, not_a_registrar
 */
export const findPeople = async (req: PayloadRequest, words: string): Promise<FoundPerson[]> => {
  const person = demandPerson(req)
  const sql = await sqlOf(req)
  if (!theOptions().isRegistrar(req)) {
    const { rows } = await sql.query(
      `select f.board from editorial.in_force(editorial.day_of(clock_timestamp())) f where f.person = $1::int and f.role = 'head'`,
      [person],
    )
    if (rows.length === 0) throw boardError('not_a_registrar')
  }
  const asked = words.normalize('NFC').trim().split(/\s+/).slice(0, 6)
  if (asked.join('').length < 2) return []
  const { rows } = await sql.query<FoundPerson>(
    `select a.person as id, coalesce(a.name, '') as name, coalesce(a.email, '') as email from editorial.accounts a
     where a.is_active and a.person <> $1::int and not exists (
       select from jsonb_array_elements_text($2::jsonb) w
       where strpos(release.fold(concat_ws(' ', a.name, a.email)), release.fold(w)) = 0)
     order by a.name, a.email limit ${SHOWN}`,
    [person, JSON.stringify(asked)],
  )
  return rows
}
