import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'

/** The page of a proposal in the admin. */
export const proposalPath = (id: string): string => `/admin/cross-posting/proposals/${id}`

/** Tells the people of the boards that something waits in their inbox. */
export const tellProposed = async (
  sql: Sql,
  item: { title: string; originLog: string; isEmergency: boolean },
  opened: readonly { id: string; log: string }[],
): Promise<void> => {
  const { board } = theOptions()
  for (const { id, log } of opened) {
    await board.tellIncoming(sql, {
      kind: item.isEmergency ? 'proposedUrgent' : 'proposed',
      key: `proposal:${id}:proposed`,
      board: log,
      title: item.title,
      href: proposalPath(id),
      from: item.originLog,
    })
  }
}
