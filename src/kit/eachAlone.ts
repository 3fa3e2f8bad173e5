/**
 * Does each piece of work in turn, the others also when one fails.
 *
 * @throws AggregateError when all were tried and some failed; its message has the first failure's
 */
export const eachAlone = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> => {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 0) return
  throw new AggregateError(
    failures,
    `${failures.length} of ${items.length} failed: ${String(failures[0])}`,
  )
}
