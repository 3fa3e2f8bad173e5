import type { Driver } from '../driver.ts'
import type { PostDocument } from '../postDocument.ts'
import type { CapDocuments } from './createCapDocuments.ts'
import { CAP_TYPE } from './writeCap.ts'

/**
 * Posts dispatches as CAP 1.2 documents to receivers that speak it: "handed over" is all that is known of them.
 *
 * @param options.post decides what may be dialled
 */
export const capDriver = (options: { documents: CapDocuments; post: PostDocument }): Driver => ({
  channel: 'cap',
  hasReceipts: false,
  hand: async (target, outgoing, signal) => {
    const { dispatchId, number, snapshot } = outgoing
    const body = await options.documents({ id: dispatchId, number, snapshot })
    await options.post(target.address, { type: `${CAP_TYPE}; charset=utf-8`, body }, signal)
    return 'accepted'
  },
  stop: async () => undefined,
})
