import { createHash } from 'node:crypto'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { findingOf } from './uploadFinding.ts'

/** Length and loudness as they were measured; nobody enters them. */
export const setMeasures: CollectionBeforeChangeHook = ({ data, req }) => {
  const finding = req.file ? findingOf(req) : undefined
  if (!finding) return data
  return { ...(data as object), seconds: finding.seconds, loudness: finding.loudness }
}

/** Keeps how the file was taken in, for whoever asks later why it is as loud as it is. */
export const recordUpload: CollectionAfterChangeHook = async ({ doc, req }) => {
  const finding = req.file ? findingOf(req) : undefined
  if (!finding || !req.file) return doc as unknown
  const sql = await sqlOf(req)
  const { id } = doc as { id: number }
  await sql.query(
    `insert into dispatch.media_checks (media_id, sha256, was_type, is_normalised, seconds, loudness, detail)
     values ($1::int, $2, $3, $4::boolean, $5::real, $6::real, $7)`,
    [
      id,
      createHash('sha256').update(req.file.data).digest('hex'),
      finding.wasType,
      finding.isNormalised,
      finding.seconds,
      finding.loudness,
      finding.isNormalised ? null : 'ffmpeg is not installed',
    ],
  )
  return doc as unknown
}
