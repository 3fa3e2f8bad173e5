import { stableText } from '../../release/stableText.ts'
import type { Proofs } from './auditRecord.ts'

/** Which keys of a collection's bodies a copy may say otherwise, and by which a consent is measured. */
export type CopyFields = { free: readonly string[]; category: string | null; kind: string | null }

/** A released body as far as copies are judged by it. */
export type CopyText = {
  sha256: string
  /** Hash of all that a copy must say as its origin does, in all languages. */
  content: string
  category: number | null
  kind: string | null
  /** Where it says it came from; undefined when any language says nothing or something else. */
  origin:
    | { site: string; seq: number; sha256: string; root: string; name: string; hops: string[] }
    | undefined
}

type Json = Record<string, unknown>

/** Reads a body; null when there is none or it cannot be read. */
export const readCopy = (
  body: unknown,
  fields: CopyFields | undefined,
  proofs: Pick<Proofs, 'sha256'>,
): CopyText | null => {
  if (typeof body !== 'string') return null
  try {
    const { locales } = JSON.parse(body) as { locales: Record<string, Json> } // canonical text
    const free = fields?.free ?? ['origin']
    const content = Object.entries(locales).map(([locale, said]) => [
      locale,
      Object.fromEntries(Object.entries(said).filter(([key]) => !free.includes(key))),
    ])
    const category = valueIn(locales, fields?.category)
    const kind = valueIn(locales, fields?.kind)
    return {
      sha256: proofs.sha256(body),
      content: proofs.sha256(stableText(Object.fromEntries(content))),
      category: typeof category === 'number' ? category : null,
      kind: typeof kind === 'string' ? kind : null,
      origin: originIn(Object.values(locales)),
    }
  } catch {
    return null
  }
}

/** A value of the first language that has it. */
const valueIn = (locales: Record<string, Json>, key: string | null | undefined): unknown =>
  key
    ? Object.keys(locales)
        .sort()
        .map((locale) => locales[locale]?.[key])
        .find((value) => value !== undefined && value !== null)
    : undefined

const originIn = (said: readonly Json[]): CopyText['origin'] => {
  const all = said.map(({ origin }) => {
    if (typeof origin !== 'object' || origin === null) return undefined
    const { site, collection, item, seq, sha256, hops } = origin as Json
    const root = [site, collection, item].map(String).join(' ')
    return {
      site: String(site),
      seq: Number(seq),
      sha256: String(sha256),
      root,
      name: [root, String(seq), String(sha256)].join(' '),
      hops: Array.isArray(hops) ? hops.map(String) : [],
    }
  })
  const [first] = all
  return all.every((one) => one !== undefined && one.name === first?.name) ? first : undefined
}
