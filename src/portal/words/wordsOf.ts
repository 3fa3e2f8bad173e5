import type { Locale } from '../site/portalSite.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'
import type { Words } from './vi.ts'

/** The portal's own words in a language. */
export const wordsOf = (locale: Locale): Words => (locale === 'en' ? en : vi)
