import type { IncomingHttpHeaders } from 'node:http'
import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import { isStaff } from '#kit/access.ts'
import type { ReadSession } from './readSession.ts'

/** Whether the headers are those of somebody who is signed in and holds a role; strangers are told without the database. */
export const createStaffReader =
  (options: { payload: Payload; readSession: ReadSession }) =>
  async (headers: IncomingHttpHeaders): Promise<boolean> => {
    const { payload, readSession } = options
    if ((await readSession(headers)) === undefined) return false
    const given = new Headers()
    for (const name of ['authorization', 'cookie', 'origin', 'sec-fetch-site']) {
      const value = headers[name]
      if (typeof value === 'string') given.set(name, value)
    }
    const { user } = await payload.auth({ headers: given })
    if (!user) return false
    return (await isStaff({ req: await createLocalReq({ user }, payload) })) === true
  }
