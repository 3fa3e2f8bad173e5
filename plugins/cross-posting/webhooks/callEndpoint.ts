import type { Agent } from 'undici'
import { request } from 'undici'
import { isRefusedAddress } from '#kit/guardedAgent.ts'

/** What became of a call. */
export type CallOutcome =
  'accepted' | 'gone' | 'redirected' | 'refused' | 'forbidden_address' | 'timeout' | 'unreachable'

/** A call that has ended, one way or another. */
export type Called = {
  outcome: CallOutcome
  status: number | null
  detail: string | null
  durationMs: number
  /** What was answered, at most 64 KiB. */
  text: string
}

/** Name look-up, connection, answer and all: one deadline. */
export const CALL_DEADLINE_MS = 10_000

/** Posts a message; follows no redirect, and never throws. */
export const callEndpoint = async (
  agent: Agent,
  call: { url: string; headers: Record<string, string>; body: string; deadlineMs?: number },
): Promise<Called> => {
  const startedAt = performance.now()
  const ended = (outcome: CallOutcome, more: Partial<Called> = {}): Called => ({
    outcome,
    status: null,
    detail: null,
    text: '',
    ...more,
    durationMs: Math.round(performance.now() - startedAt),
  })
  const deadline = AbortSignal.timeout(call.deadlineMs ?? CALL_DEADLINE_MS)
  try {
    const { statusCode: status, body } = await request(call.url, {
      dispatcher: agent,
      method: 'POST',
      headers: { ...call.headers, 'user-agent': 'Coloa-Webhooks' },
      body: call.body,
      signal: deadline,
    })
    const text = await body.text()
    if (status >= 200 && status < 300) return ended('accepted', { status, text })
    if (status === 410) return ended('gone', { status })
    return ended(status >= 300 && status < 400 ? 'redirected' : 'refused', { status })
  } catch (error) {
    if (deadline.aborted) return ended('timeout')
    const cause = error instanceof Error ? error : new Error('failed')
    if (isRefusedAddress(cause)) return ended('forbidden_address')
    const { code = cause.name } = cause as NodeJS.ErrnoException
    return ended(/TIMEOUT/i.test(code) ? 'timeout' : 'unreachable', { detail: code.slice(0, 80) })
  }
}
