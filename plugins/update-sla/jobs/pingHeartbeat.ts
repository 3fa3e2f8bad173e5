import type { Task } from 'graphile-worker'
import { request } from 'undici'
import { tellingOptions } from '../alerts/tellingOptions.ts'

const TIMEOUT_MS = 10_000

/** Says to an outside monitor that the tick has run; when it hears nothing it raises the alarm. */
export const createPingHeartbeat = (): Task => async () => {
  const { heartbeatUrl } = tellingOptions()
  if (!heartbeatUrl) return
  const answer = await request(heartbeatUrl, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  await answer.body.dump()
  if (answer.statusCode > 299)
    throw new Error(`update-sla: the heartbeat was answered ${answer.statusCode}`)
}
