import type { CrossPosted } from '../options.ts'
import type { FrozenText } from './frozenText.ts'

type Json = Record<string, unknown>

const sentence: Record<string, (siteName: string) => string> = {
  vi: (siteName) => `Đọc toàn văn tại ${siteName}`,
  en: (siteName) => `Read the full text at ${siteName}`,
}

/**
 * The text of a link card (P-16.1.2): title, lead, attribution and cover of the item, and instead of its text a link to the
 * site that published it.
 */
export const linkText = (
  text: FrozenText['locales'],
  options: { collection: CrossPosted; url: string; siteName: string },
): Record<string, Json> => {
  const { collection, url, siteName } = options
  const body = collection.body ?? 'body'
  return Object.fromEntries(
    Object.entries(text).map(([locale, document]) => {
      const kept = Object.entries(document).filter(
        ([key, value]) => key === collection.projection.cover || !isFiles(value),
      )
      const words = (sentence[locale] ?? sentence.vi)?.(siteName) ?? siteName
      return [locale, { ...Object.fromEntries(kept), [body]: linkBody(words, url) }]
    }),
  )
}

const isFiles = (value: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    (one) => typeof one === 'object' && one !== null && 'mimeType' in one && 'sha256' in one,
  )

const linkBody = (words: string, url: string): Json => {
  const element = { format: '', indent: 0 }
  const text = { type: 'text', text: words, format: 0, mode: 'normal', style: '', version: 1 }
  const fields = { linkType: 'custom', url, newTab: false }
  const link = { ...element, type: 'link', version: 3, fields, children: [text] }
  const paragraph = { ...element, type: 'paragraph', version: 1, textFormat: 0, textStyle: '' }
  return {
    root: {
      ...element,
      type: 'root',
      version: 1,
      children: [{ ...paragraph, children: [link] }],
    },
  }
}
