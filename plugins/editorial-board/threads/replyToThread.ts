import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { checkComment } from './checkComment.ts'
import { demandThreadRole } from './demandThreadRole.ts'
import { threadError } from './errors.ts'
import { findThread, holdThread, insertComment } from './store.ts'
import type { Thread } from './store.ts'

/**
 * Says something in an open thread: anybody with a role on its board may.
 *
 * @throws PortalError thread_missing, not_a_member, people_only, thread_resolved, comment_empty, comment_too_long
 */
export const replyToThread = async (options: {
  req: PayloadRequest
  threadId: string
  text: string
}): Promise<Thread> => {
  const { req, threadId } = options
  return withTransaction(req, async (sql) => {
    const thread = await holdThread(sql, threadId)
    if (!thread) throw threadError('thread_missing')
    const user = await demandThreadRole(req, sql, thread)
    if (!thread.isOpen) throw threadError('thread_resolved')
    await insertComment(sql, { threadId, author: user, body: checkComment(options.text) })
    return (await findThread(sql, threadId)) ?? thread
  })
}
