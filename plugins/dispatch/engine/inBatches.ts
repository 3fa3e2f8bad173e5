/** Does work for many callers at once. */
export type Batcher<Item, Result> = {
  add: (item: Item) => Promise<Result>
  /** Does what waits, and waits for what is under way. */
  drain: () => Promise<void>
}

/**
 * Collects single calls for a moment and does them together.
 *
 * @param options.most items in a batch
 * @param options.waitMs how long the first of a batch waits for others
 * @param options.atOnce batches under way
 * @param options.work gives a result for each item, in order, or for none. When the database refuses what an item says, each is done
 *   by itself and only that one fails; any other fault all callers of the batch get
 */
export const inBatches = <Item, Result>(options: {
  most: number
  waitMs: number
  atOnce: number
  work: (items: readonly Item[]) => Promise<readonly Result[]>
}): Batcher<Item, Result> => {
  type Waiting = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  const running = new Set<Promise<void>>()

  const run = () => {
    timer = undefined
    if (waiting.length === 0 || running.size >= options.atOnce) return
    const batch = waiting.slice(0, options.most)
    waiting = waiting.slice(options.most)
    const work = perform(batch).finally(() => {
      running.delete(work)
      run()
    })
    running.add(work)
    if (waiting.length > 0) run()
  }
  const perform = async (batch: readonly Waiting[]) => {
    try {
      const results = await options.work(batch.map((one) => one.item))
      batch.forEach((one, n) => one.resolve(results[n] as Result)) // a result for each
    } catch (error) {
      if (batch.length > 1 && isOfData(error)) for (const one of batch) await perform([one])
      else for (const one of batch) one.reject(error)
    }
  }
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        if (waiting.length >= options.most) run()
        else timer ??= setTimeout(run, options.waitMs)
      }),
    drain: async () => {
      clearTimeout(timer)
      run()
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Data the database does not take (SQLSTATE 21 to 23), as opposed to a database that is away or busy. */
const isOfData = (error: unknown): boolean =>
  /^2[1-3]...$/.test(String((error as { code?: unknown }).code))
