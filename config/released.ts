import { speechOf } from '#domain/text/speech/speechOf.ts'
import type { GovernedCollection } from '#kit/governed.ts'
import { governed } from './governed.ts'
import { profile } from './profiles/index.ts'

/** What loudspeakers say is frozen and approved word for word, also where nobody wrote it down. */
const made: GovernedCollection['made'] = {
  spokenText: ({ text }, locale) =>
    locale === 'vi' && typeof text === 'string' ? speechOf(text, profile.speech) : undefined,
}

/** The governed collections as they are frozen. */
export const released: readonly GovernedCollection[] = governed.map((one) =>
  one.slug === 'bulletins' ? { ...one, made } : one,
)
