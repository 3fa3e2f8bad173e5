import { z } from 'zod'
import { OaiError } from './oaiError.ts'
import type { Selection } from './parseOaiRequest.ts'

/** The last record of an answer: its time in microseconds, log and number; and how many were given so far. */
export type Place = { micros: string; log: string; seq: number; given: number }

const iso = z.iso
  .datetime()
  .refine((text) => !text.startsWith('0000'))
  .nullable()
const name = z.string().regex(/^[\w-]{1,64}$/)
const shape = z.tuple([
  iso,
  iso,
  name.nullable(),
  name.nullable(),
  z.string().regex(/^\d{1,18}$/),
  name,
  z.int().min(1),
  z.int().min(1),
])

/** Everything a list needs to go on, so that no server has to remember it and none expires. */
export const writeToken = (selection: Selection, place: Place): string => {
  const { from, until, log, collection } = selection
  const { micros, log: at, seq, given } = place
  return Buffer.from(
    JSON.stringify([from, until, log, collection, micros, at, seq, given]),
  ).toString('base64url')
}

/** @throws OaiError badResumptionToken */
export const readToken = (token: string): Selection => {
  const [from, until, log, collection, micros, at, seq, given] = partsOf(token)
  return { from, until, log, collection, place: { micros, log: at, seq, given } }
}

const partsOf = (token: string): z.infer<typeof shape> => {
  try {
    return shape.parse(JSON.parse(Buffer.from(token.slice(0, 1000), 'base64url').toString()))
  } catch {
    throw new OaiError('badResumptionToken', 'The resumptionToken is not one of ours.')
  }
}
