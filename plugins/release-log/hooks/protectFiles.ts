import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { refuse } from './refuse.ts'

type Args = { id?: number | string; data?: Record<string, unknown> }

/** A file that a submission names is not replaced, cropped or refocused; its words may change for the next release. */
export const refuseFileChange: CollectionBeforeOperationHook = async ({
  args: given,
  collection,
  operation,
  req,
}) => {
  const args = given as Args // one hook for every operation; absent keys are undefined
  if (String(operation) !== 'update') return given
  const isFileTouched =
    Boolean(req.file) ||
    req.query?.uploadEdits !== undefined ||
    args.data?.filename !== undefined ||
    args.data?.focalX !== undefined ||
    args.data?.focalY !== undefined
  if (!isFileTouched) return given
  const docId = args.id === undefined ? null : Number(args.id)
  if (docId === null || (await isNamed(req, docId))) {
    await refuse({
      req,
      collection: collection.slug,
      docId,
      operation: 'update',
      code: 'file_in_use',
    })
  }
  return given
}

/** Payload unlinks the file before the row, so this must refuse first. */
export const refuseFileDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const docId = Number(id)
  if (!(await isNamed(req, docId))) return
  await refuse({
    req,
    collection: collection.slug,
    docId,
    operation: 'delete',
    code: 'file_in_use',
  })
}

const isNamed = async (req: PayloadRequest, id: number): Promise<boolean> => {
  if (!Number.isInteger(id)) return false
  const sql = await sqlOf(req)
  const { rows } = await sql.query(
    'select id from release.submissions where media_ids @> array[$1::int] limit 1',
    [id],
  )
  return rows.length > 0
}
