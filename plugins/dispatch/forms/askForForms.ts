import type { ClientBase } from 'pg'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'

/**
 * Has speech and screens made of a released bulletin, in the background, on the caller's transaction: whoever is to send
 * it later finds them ready.
 */
export const askForForms = async (
  client: Pick<ClientBase, 'query'>,
  release: { log: string; seq: number },
): Promise<void> => {
  const { log, seq } = release
  const job = {
    task: 'dispatchMakeForms',
    payload: { log, seq },
    jobKey: `dispatchMakeForms:${log}:${seq}`,
  }
  await client.query(ADD_JOB, addJobValues({ ...job, maxAttempts: 6, priority: 5 }))
}
