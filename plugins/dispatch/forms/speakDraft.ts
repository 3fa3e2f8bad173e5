import type { CollectionAfterChangeHook } from 'payload'
import { enqueue } from '#kit/enqueue.ts'
import { theForms } from './formsOptions.ts'

/** Each saved draft has its speech made in the background: when it is released, even at once, the sound is there. */
export const speakDraft: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { id, text } = doc as { id: number; text?: string | null }
  if (!theForms().mediaDir || !text) return doc as unknown
  await enqueue(req, {
    task: 'dispatchMakeSpeech',
    payload: { bulletin: id },
    jobKey: `dispatchMakeSpeech:${id}`,
    maxAttempts: 3,
    priority: 10,
  })
  return doc as unknown
}
