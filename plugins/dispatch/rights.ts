import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { hasCityRole, isActive, membershipsOf } from '#kit/membershipsOf.ts'
import type { CityRole } from '#kit/membershipsOf.ts'

/**
 * What a person does for the whole installation or for one commune: `operator` and `systemAdmin` enter, test and switch
 * devices, `auditor` reads everything, `communeOperator` and `communeChair` act for their own unit.
 */
export type Duty = CityRole

/** A site on whose board a person is. */
export type BoardSite = {
  /** Also the log its releases stand in. */
  code: string
  /** It speaks for everywhere. */
  isCity: boolean
  /** The unit that is its own. */
  unitCode: string | null
}

/** Who people are to dispatch. */
export type DispatchRights = {
  /** The duties of the signed-in person; none for strangers and machines. */
  dutiesOf: (req: PayloadRequest) => readonly Duty[]
  /** The unit a commune's person acts for: its id in `units`. */
  unitOf: (req: PayloadRequest) => number | null
  /** Whether the person is on any board today: such people see what became of bulletins. */
  isOnBoard: (req: PayloadRequest) => Promise<boolean>
  /**
   * The sites on whose boards the person is today: of what other sites released, such people see the part of their own unit.
   *
   * @default one that speaks for everywhere, for whoever is on a board
   */
  boardSitesOf?: (req: PayloadRequest) => Promise<readonly BoardSite[]>
}

const duties: readonly Duty[] = [
  'systemAdmin',
  'operator',
  'auditor',
  'communeOperator',
  'communeChair',
]

/** The roles and boards of this city. */
const usual: DispatchRights = {
  dutiesOf: (req) => duties.filter((one) => hasCityRole(req, one)),
  unitOf: (req) => {
    const { unit } = (req.user ?? {}) as { unit?: number | { id: number } | null }
    return isActive(req) ? ((typeof unit === 'object' ? unit?.id : unit) ?? null) : null
  },
  isOnBoard: async (req) => (await membershipsOf(req)).length > 0,
  boardSitesOf: async (req) => {
    const own = (await membershipsOf(req)).map(({ site }) => site)
    if (own.length === 0) return []
    const sql = await sqlOf(req)
    const { rows } = await sql.query<BoardSite>(
      `select s.code, s.kind::text = 'city' as "isCity", u.code as "unitCode" from public.sites s
       left join public.units u on u.id = s.unit_id where s.id = any($1::int[]) order by s.id`,
      [`{${own.join(',')}}`],
    )
    return rows
  },
}

const everywhere: BoardSite = { code: '', isCity: true, unitCode: null }

let current = usual

/** Keeps who may do what. */
export const keepRights = (rights: DispatchRights = usual): void => {
  current = rights
}

/** Whether the signed-in person has one of these duties. */
export const hasDuty = (req: PayloadRequest, ...wanted: Duty[]): boolean => {
  const own = current.dutiesOf(req)
  return wanted.some((one) => own.includes(one))
}

/** The id of the unit the person acts for. */
export const ownUnit = (req: PayloadRequest): number | null => current.unitOf(req)

/** Whether the person is on any board today. */
export const isOnBoard = (req: PayloadRequest): Promise<boolean> => current.isOnBoard(req)

/** The sites on whose boards the person is today. */
export const boardSitesOf = async (req: PayloadRequest): Promise<readonly BoardSite[]> => {
  if (current.boardSitesOf) return current.boardSitesOf(req)
  return (await isOnBoard(req)) ? [everywhere] : []
}

/** People who answer for devices, members of boards, auditors. */
export const maySeeDispatches = async (req: PayloadRequest): Promise<boolean> =>
  hasDuty(req, 'systemAdmin', 'operator', 'auditor', 'communeOperator', 'communeChair') ||
  (await isOnBoard(req))
