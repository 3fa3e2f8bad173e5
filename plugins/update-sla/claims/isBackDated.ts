/** What a form takes to be filled in; the database allows a little more. */
const GRACE_MS = 15 * 60_000

/** Whether something is said to have happened earlier than it is entered. */
export const isBackDated = (at: Date, enteredAt: Date): boolean =>
  at.getTime() < enteredAt.getTime() - GRACE_MS
