import type { PayloadRequest } from 'payload'
import type { ClockRow } from './readClocks.ts'

/** Where the document of a clock is edited; undefined for what no collection holds. */
export const itemHref = (
  req: PayloadRequest,
  { collection, docId }: Pick<ClockRow, 'collection' | 'docId'>,
): string | undefined =>
  Object.hasOwn(req.payload.collections, collection)
    ? `/admin/collections/${collection}/${docId}`
    : undefined
