import type { PayloadRequest } from 'payload'
import type { ActingSpan } from '#domain/board/actingSpans.ts'
import { sqlOf } from '#kit/transaction.ts'
import { approvesAlone, readFlows } from '../flow/readFlows.ts'
import type { FlowLine } from '../flow/readFlows.ts'
import { theOptions } from '../options.ts'
import type { BoardName, Section } from '../options.ts'
import { readActing } from './readActing.ts'
import { readAppointments } from './readAppointments.ts'
import type { AppointmentLine } from './readAppointments.ts'
import { readMandates } from './readMandates.ts'
import type { MandateLine } from './readMandates.ts'
import { readProposals } from './readProposals.ts'
import type { ProposalLine } from './readProposals.ts'
import type { BoardRole } from './standing.ts'
import { visibleBoards } from './visibleBoards.ts'

/** Everything a board's register holds, and what the reader may do with it. */
export type Register = {
  board: BoardName
  /** Today in the city's zone, YYYY-MM-DD. */
  today: string
  /** The reader. */
  me: number
  appointments: AppointmentLine[]
  proposals: ProposalLine[]
  mandates: MandateLine[]
  flows: FlowLine[]
  acting: ActingSpan[]
  sections: readonly Section[]
  may: {
    /** Roles the reader may appoint people to. */
    appoint: BoardRole[]
    /** Whose mandates the reader may enter: her own as head, those of all heads as a registrar. */
    grantFor: number[]
    setFlow: boolean
  }
}

const roles = ['head', 'deputy', 'member', 'editor', 'collaborator', 'checker'] as const

/** The register of a board; null when there is none or the signed-in person may not look it up. */
export const readRegister = async (req: PayloadRequest, code: string): Promise<Register | null> => {
  const board = (await visibleBoards(req)).find((one) => one.board === code)
  const me = req.user?.id
  if (!board || typeof me !== 'number') return null
  const { isRegistrar, sections } = theOptions()
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ today: string; may: BoardRole[] }>(
    `select editorial.day_of(clock_timestamp())::text as today,
       (select coalesce(json_agg(r), '[]') from unnest($3::text[]) r where editorial.may_register($1, r, $2::int)) as may`,
    [code, me, `{${roles.join(',')}}`],
  )
  const today = rows[0]?.today ?? ''
  const appointments = await readAppointments(sql, { board: code, reader: me })
  const heads = appointments.filter((one) => one.role === 'head' && one.when !== 'ended')
  const flows = await readFlows(sql, board)
  return {
    board,
    today,
    me,
    appointments,
    proposals: await readProposals(sql, { board: code, reader: me }),
    mandates: await readMandates(sql, { board: code, reader: me, isRegistrar: isRegistrar(req) }),
    flows,
    acting: await readActing(sql, { board: code, today, alone: approvesAlone(flows) }),
    sections: (await sections?.(req, board)) ?? [],
    may: {
      appoint: rows[0]?.may ?? [],
      grantFor: isRegistrar(req)
        ? heads.map((one) => one.person)
        : heads.filter((one) => one.person === me).map((one) => one.person),
      setFlow: heads.some((one) => one.person === me && one.when === 'now'),
    },
  }
}
