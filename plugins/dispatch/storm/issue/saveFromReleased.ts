import type { PayloadRequest } from 'payload'
import { stableText } from '#domain/release/stableText.ts'
import { stormError } from '../stormError.ts'
import type { FrozenBulletin } from '../stormOptions.ts'
import type { Emergency } from './readEmergency.ts'

/** Fields of a bulletin that say something to devices or people. */
const FIELDS = [
  'title',
  'text',
  'spokenText',
  'audio',
  'image',
  'video',
  'areas',
  'deviceGroups',
  'priority',
  'messageKind',
  'topic',
  'supplier',
  'broadcastAt',
  'expiresAt',
  'supersedes',
  'reasonCode',
  'isOverride',
  'overrideReason',
] as const

const LISTS: readonly string[] = ['areas', 'deviceGroups']

/** What is changed of a released emergency. Times are ISO 8601. */
export type Changes = Partial<
  Record<'title' | 'text' | 'spokenText' | 'expiresAt' | 'messageKind', string>
>

/** Fields of a bulletin that every language has of its own. */
const WORDS = ['title', 'text', 'spokenText'] as const

/**
 * Makes the draft of a bulletin what was last released of it, and the given changes: what others were writing in it stays in
 * its versions, and does not go out with a correction. So it is with its other languages; where the wording is corrected they
 * are taken out of it, until what they say now is approved.
 *
 * @returns demands of what is frozen afterwards that it is just that; @throws PortalError draft_differs
 */
export const saveFromReleased = async (
  req: PayloadRequest,
  emergency: Emergency,
  changes: Changes,
): Promise<(frozen: FrozenBulletin) => void> => {
  const { id, said } = emergency
  const wanted: Record<string, unknown> = Object.fromEntries(
    FIELDS.map((name) => [name, storedOf(name, said[name])]),
  )
  Object.assign(wanted, changes)
  const save = (locale: string, data: Record<string, unknown>) =>
    req.payload.update({
      collection: 'bulletins',
      id,
      data,
      draft: true,
      locale: locale as 'vi', // one of the project's own
      req,
      overrideAccess: false,
      depth: 0,
    })
  await save('vi', wanted)
  for (const locale of otherLanguages(req)) await save(locale, wordsIn(emergency, locale, changes))
  return ({ document }) => {
    const isSame = FIELDS.every(
      (name) => plainText(name, document[name]) === plainText(name, wanted[name]),
    )
    if (!isSame) throw stormError('draft_differs')
  }
}

const otherLanguages = (req: PayloadRequest): string[] => {
  const { localization } = req.payload.config
  return localization ? localization.localeCodes.filter((one) => one !== 'vi') : []
}

/** What another language says of it: what was released, or nothing while it says something else in Vietnamese. */
const wordsIn = (
  { said, languages }: Emergency,
  locale: string,
  changes: Changes,
): Record<string, unknown> => {
  const isReworded = WORDS.some(
    (name) =>
      changes[name] !== undefined && plainText(name, changes[name]) !== plainText(name, said[name]),
  )
  const released = isReworded ? undefined : languages[locale]
  return Object.fromEntries(WORDS.map((name) => [name, released?.[name] ?? null]))
}

/** A released file or document stands with its facts; a draft names it by its id. */
const storedOf = (name: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => storedOf('', one))
  if (value !== null && typeof value === 'object' && 'id' in value) return value.id
  return value ?? (LISTS.includes(name) ? [] : name === 'isOverride' ? false : null)
}

const plainText = (name: string, value: unknown): string => {
  const stored = storedOf(name, value)
  if (name.endsWith('At') && typeof stored === 'string') return String(Date.parse(stored))
  return stored === '' ? 'null' : stableText(stored)
}
