import type { CollectionBeforeChangeHook } from 'payload'
import { markExercise } from '#domain/dispatch/storm/markExercise.ts'
import type { Said } from '#domain/dispatch/storm/markExercise.ts'

/**
 * Marks an exercise as one in title, text and spoken text when it is saved, in whatever way it is written: its author sees what the
 * board will be shown. What is missing yet stays missing.
 */
export const markDrill: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const before = originalDoc as Record<string, unknown> | undefined
  const saved = data as Record<string, unknown>
  if ((saved.messageKind ?? before?.messageKind) !== 'exercise') return data
  const written = (name: keyof Said) => (typeof saved[name] === 'string' ? saved[name] : '')
  const marked = markExercise(
    { title: written('title'), text: written('text'), spokenText: written('spokenText') },
    req.locale === 'en' ? 'en' : 'vi',
  )
  const said = Object.entries(marked).filter(
    ([name]) => written(name as keyof Said).trim() !== '', // one of the names above
  )
  return { ...saved, ...Object.fromEntries(said) }
}
