import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { demandThreadRole } from './demandThreadRole.ts'
import { threadError } from './errors.ts'
import { findThread, holdThread, insertAct } from './store.ts'
import type { Thread } from './store.ts'

type Options = { req: PayloadRequest; threadId: string }

/**
 * Marks a thread as done: anybody with a role on its board may; who did stays visible.
 *
 * @throws PortalError thread_missing, not_a_member, people_only, thread_resolved
 */
export const resolveThread = (options: Options): Promise<Thread> => mark(options, 'resolve')

/**
 * Opens a resolved thread again.
 *
 * @throws PortalError thread_missing, not_a_member, people_only, thread_open
 */
export const reopenThread = (options: Options): Promise<Thread> => mark(options, 'reopen')

const mark = async ({ req, threadId }: Options, act: 'resolve' | 'reopen'): Promise<Thread> =>
  withTransaction(req, async (sql) => {
    const thread = await holdThread(sql, threadId)
    if (!thread) throw threadError('thread_missing')
    const user = await demandThreadRole(req, sql, thread)
    if (thread.isOpen && act === 'reopen') throw threadError('thread_open')
    if (!thread.isOpen && act === 'resolve') throw threadError('thread_resolved')
    await insertAct(sql, { threadId, actor: user, act })
    return (await findThread(sql, threadId)) ?? thread
  })
