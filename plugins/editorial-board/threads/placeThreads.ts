import type { ComparedPart } from '#kit/admin/compare/compareBodies.ts'
import { textOfBlock } from '#domain/diff/block.ts'
import { hasPassage } from './hasPassage.ts'
import type { ShownThread } from './readThreads.ts'

/** A thread with what the page says of it: begun at an earlier submission, its passage gone from this one. */
export type Placed = ShownThread & { isCarried: boolean; isQuoteGone: boolean }

/** The threads of a document beside the fields of one submission; `elsewhere` are open ones whose field is not shown. */
export const placeThreads = (options: {
  threads: readonly ShownThread[]
  parts: readonly ComparedPart[]
  submissionId: string
}): { at: (field: { path: string; anchor: string | null }) => Placed[]; elsewhere: Placed[] } => {
  const texts = new Map<string, string>()
  for (const part of options.parts) {
    if (part.fate === 'gone') continue
    for (const field of part.fields) {
      texts.set(keyOf(field.path, field.anchor), field.blocks.map(textOfBlock).join('\n'))
    }
  }
  const placed = options.threads.map((thread) => {
    const text = texts.get(keyOf(thread.fieldPath, thread.locale))
    return {
      ...thread,
      isCarried: thread.submissionId !== options.submissionId,
      isQuoteGone: thread.quote !== null && !hasPassage(text ?? '', thread.quote),
    }
  })
  return {
    at: (field) =>
      placed.filter((one) => keyOf(one.fieldPath, one.locale) === keyOf(field.path, field.anchor)),
    elsewhere: placed.filter((one) => one.isOpen && !texts.has(keyOf(one.fieldPath, one.locale))),
  }
}

const keyOf = (path: string, locale: string | null) => `${path}@${locale ?? ''}`
