import type { Sql } from '#kit/transaction.ts'

/** Something about an item between two sites that people of a board are told. */
export type IncomingNotice = {
  /**
   * `proposed`, `proposedUrgent`: an item waits to be taken in; `proposalSettled`: what became of a proposal;
   * `withdrawnWithOrigin` is told by the withdrawal itself.
   */
  kind: 'proposed' | 'proposedUrgent' | 'withdrawnWithOrigin' | 'proposalSettled'
  /** Names what is told once and for all: `proposal:<id>:<state>`. */
  key: string
  /** The board whose people are told. */
  board: string
  /** @default the board's own */
  log?: string
  title: string
  /** Path in the admin where it is read. */
  href: string
  /** Code of the log at the other side. */
  from: string
  /** Accounts that are told. @default head, deputies, members and editors of the board */
  people?: readonly number[]
  collection?: string
  docId?: number
  /** Of `proposalSettled`. */
  outcome?: 'accepted' | 'returned' | 'withdrawn' | 'dismissed'
  explanation?: string
}

/**
 * Tells a board's people, each as he chose, by a job of the caller's transaction; under one key nobody is told twice.
 *
 * @example await tellIncoming(sql, { kind: 'proposed', key: `proposal:${id}`, board, title, href, from: 'ha-noi' })
 */
export const tellIncoming = async (sql: Sql, notice: IncomingNotice): Promise<void> => {
  await sql.query(
    `select graphile_worker.add_job('editorialBoardTellOfIncoming', payload := $1::json,
       job_key := 'editorialBoardTellOfIncoming:' || $2)`,
    [JSON.stringify(notice), `${notice.kind}:${notice.key}:${notice.board}`],
  )
}
