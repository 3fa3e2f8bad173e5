/** A code and how people read it. */
export type Choice = readonly [string, string]
