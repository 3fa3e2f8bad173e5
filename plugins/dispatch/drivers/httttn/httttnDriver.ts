import type { Driver } from '../driver.ts'
import type { PostDocument } from '../postDocument.ts'
import { readSnapshot } from '../snapshot.ts'
import { usualHttttnCodes } from './httttnCodes.ts'
import type { HttttnCodes } from './httttnCodes.ts'
import { toHttttn } from './toHttttn.ts'

/**
 * Posts dispatches as JSON of the grassroots information system. Its bulletins know no recall: a cancellation is refused,
 * so that somebody sees it and telephones.
 *
 * @param options.codesOf the code table of the endpoint with this address
 */
export const httttnDriver = (options: {
  post: PostDocument
  codesOf?: (address: string) => HttttnCodes | undefined
}): Driver => ({
  channel: 'httttn',
  hasReceipts: false,
  hand: async (target, outgoing, signal) => {
    const snapshot = readSnapshot(outgoing.snapshot)
    if (snapshot.kind === 'cancel') throw new Error('the receiving system takes no cancellation')
    const codes = options.codesOf?.(target.address ?? '') ?? usualHttttnCodes
    await options.post(
      target.address,
      {
        type: 'application/json; charset=utf-8',
        headers: { 'idempotency-key': outgoing.dispatchId },
        body: JSON.stringify(toHttttn(snapshot, codes)),
      },
      signal,
    )
    return 'accepted'
  },
  stop: async () => undefined,
})
