/**
 * The question of a report that was refused for its time: a device whose clock is wrong learns ours by it. Nothing else of
 * such a report is believed.
 */
export const nonceOf = (input: unknown): string | undefined => {
  try {
    const { body } = input as { body: string }
    const { nonce } = JSON.parse(body) as { nonce?: unknown }
    return typeof nonce === 'string' && /^[\w-]{8,80}$/.test(nonce) ? nonce : undefined
  } catch {
    return undefined
  }
}
