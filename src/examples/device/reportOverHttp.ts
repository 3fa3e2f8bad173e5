import type { Envelope } from './protocol.ts'

type Answer = {
  recent?: Envelope
  setup?: Envelope
  clock?: Envelope
  messages?: Envelope[]
}

/**
 * Reports by POST; the answer holds what the hub has for the device. For a device that cannot be called, that is how it is
 * sent anything at all.
 *
 * @returns what the hub says, its time first
 * @throws when the hub cannot be reached or refuses
 */
export const reportOverHttp =
  (hubUrl: string) =>
  async (report: Envelope & { device: string }): Promise<Envelope[]> => {
    const answer = await fetch(`${hubUrl}/api/dispatch/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(10_000),
    })
    const said = (await answer.json()) as Answer & { errors?: { code: string }[] }
    // Refused for its time, it is told ours; it reports again at once.
    if (!answer.ok && !said.clock) throw new Error(`${answer.status} ${said.errors?.[0]?.code}`)
    if (!answer.ok && said.clock) throw new WrongTime(said.clock)
    return [said.clock, said.setup, ...(said.messages ?? []), said.recent].filter(
      (one) => one !== undefined,
    )
  }

/** The hub refused a report for its time, and told its own. */
export class WrongTime extends Error {
  readonly clock: Envelope

  constructor(clock: Envelope) {
    super('the clock is wrong')
    this.clock = clock
  }
}
