import type { Driver, Outgoing, Target } from '../driver.ts'
import { readSnapshot } from '../snapshot.ts'
import { byradioEnvelope, toByradioSchedule, usualByradioIds } from './toByradio.ts'

/** Publishes to the boards' broker with QoS 1; throws when it is not there or `signal` ends first. */
export type PublishText = (
  topic: string,
  text: string,
  options: { signal: AbortSignal; expiresAt: Date | null },
) => Promise<void>

/**
 * Hands dispatches to boards and radios of the RadioTech protocol. It knows no signatures and no receipts: let them have a
 * broker of their own, where nobody else may publish.
 *
 * @param options.sender our name in their envelopes
 * @param options.topicOf where a device listens
 */
export const byradioDriver = (options: {
  publish: PublishText
  sender: string
  ids?: typeof usualByradioIds
  topicOf?: (deviceCode: string) => string
  now?: () => Date
}): Driver => {
  const topicOf = options.topicOf ?? ((code) => `radiotech/${code}`)
  const send = (target: Target, outgoing: Outgoing, signal: AbortSignal) => {
    const now = (options.now ?? (() => new Date()))()
    return options.publish(
      topicOf(target.deviceCode),
      JSON.stringify(
        byradioEnvelope({
          id: (options.ids ?? usualByradioIds).schedule,
          sender: options.sender,
          message: {
            isLeaderOnly: false,
            Schedule: toByradioSchedule(readSnapshot(outgoing.snapshot), now, target.deviceClass),
          },
          now,
        }),
      ),
      { signal, expiresAt: outgoing.expiresAt },
    )
  }
  return {
    channel: 'byradio',
    hasReceipts: false,
    hand: async (target, outgoing, signal) => {
      await send(target, outgoing, signal)
      return 'accepted'
    },
    stop: async () => undefined,
  }
}
