import type { PayloadRequest } from 'payload'
import type { Actor } from '#domain/board/flow.ts'
import { sqlOf } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'

/** What a person is on a board by appointment. */
export type BoardRole = 'head' | 'deputy' | 'member' | 'editor' | 'collaborator' | 'checker'

/** A mandate in force that the person holds; null scope is all. */
export type HeldMandate = {
  id: string
  principal: number
  collections: string[] | null
  categories: number[] | null
}

/** What the signed-in person is, today, on the board that decides over a log. */
export type Standing = {
  person: number
  /** Who is behind the account. */
  identity: string
  board: string
  roles: BoardRole[]
  /** Sections a checker answers for; null for all. */
  checks: number[] | null
  mandates: HeldMandate[]
}

/** In what capacity somebody acts; `acting` for the head under a mandate. */
export type Capacity = {
  role: Exclude<Actor, 'supplier'> | 'collaborator' | 'acting' | 'supplier'
  actingFor?: number
  mandateId?: string
}

const find = `
  with me as (select a.identity, a.is_active from editorial.accounts a where a.person = $1::int),
    board as (select editorial.board_of($2) as code),
    today as (select editorial.day_of(clock_timestamp()) as day)
  select board.code as board, coalesce((select identity from me), 'account:' || $1::int) as identity,
    coalesce((select is_active from me), false) as "isActive",
    coalesce((select json_agg(json_build_object('role', f.role, 'categories', f.categories))
      from today, editorial.in_force(today.day) f where f.person = $1::int and f.board = board.code), '[]') as held,
    coalesce((select json_agg(json_build_object('id', m.id, 'principal', m.principal, 'collections', m.collections,
        'categories', m.categories) order by m.made_at)
      from editorial.mandates m left join editorial.mandate_ends e on e.mandate_id = m.id, today
      where m.delegate = $1::int and m.board = board.code and e.mandate_id is null
        and today.day between m.starts_on and m.ends_on), '[]') as mandates
  from board`

type Row = {
  board: string
  identity: string
  isActive: boolean
  held: { role: BoardRole; categories: number[] | null }[]
  mandates: HeldMandate[]
}

/**
 * Where the signed-in person stands with the board of a log.
 *
 * @throws PortalError people_only (nobody, API keys, machine accounts), not_a_member (account switched off)
 */
export const standingOn = async (req: PayloadRequest, log: string): Promise<Standing> => {
  const person = demandPerson(req)
  const sql = await sqlOf(req)
  const { rows } = await sql.query<Row>(find, [person, log])
  const [row] = rows
  if (!row?.isActive) throw boardError('not_a_member')
  const checkers = row.held.filter((one) => one.role === 'checker')
  return {
    person,
    identity: row.identity,
    board: row.board,
    roles: row.held.map((one) => one.role),
    checks: checkers.some((one) => one.categories === null)
      ? null
      : checkers.flatMap((one) => one.categories ?? []),
    mandates: row.mandates,
  }
}

/**
 * The account of the person who is signed in with a session of her own.
 *
 * @throws PortalError people_only
 */
export const demandPerson = (req: PayloadRequest): number => {
  const { user } = req
  if (!user || typeof user.id !== 'number') throw boardError('people_only')
  if ((user as { _strategy?: string })._strategy === 'api-key') throw boardError('people_only')
  if (user.isActive === false) throw boardError('not_a_member')
  return user.id
}

/** In what capacity the person acts at a step for an item; null when not at all. An own role goes before a mandate. */
export const capacityAt = (
  standing: Standing,
  actors: readonly Actor[],
  item: { collection: string; category: number | null; supplier: number | null },
): Capacity | null => {
  if (actors.includes('supplier') && item.supplier === standing.person) return { role: 'supplier' }
  for (const actor of actors) {
    if (actor === 'supplier' || !standing.roles.includes(actor)) continue
    if (actor === 'checker' && !answersFor(standing, item.category)) continue
    return { role: actor }
  }
  if (!actors.includes('head')) return null
  const mandate = standing.mandates.find(
    (one) =>
      (one.collections === null || one.collections.includes(item.collection)) &&
      (one.categories === null ||
        (item.category !== null && one.categories.includes(item.category))),
  )
  return mandate ? { role: 'acting', actingFor: mandate.principal, mandateId: mandate.id } : null
}

const answersFor = (standing: Standing, category: number | null) =>
  standing.checks === null || (category !== null && standing.checks.includes(category))
