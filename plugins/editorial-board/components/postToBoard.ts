import { postJson } from '#kit/admin/postJson.ts'
import type { Answer } from '#kit/admin/postJson.ts'

/** What the board's API answered: done, or why not, in the user's language. */
export type BoardAnswer<T> = Answer<T>

/**
 * Calls one of the board's verbs as the signed-in user.
 *
 * @param path below `/api/editorial-board`
 */
export const postToBoard = <T>(
  path: string,
  body: unknown,
  words: { language: string; failed: string; offline: string },
): Promise<BoardAnswer<T>> => postJson<T>(`/editorial-board${path}`, body, words)
