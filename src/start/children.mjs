/** Processes under way, so that a signal leaves none behind. */
const children = new Set()

/**
 * Remembers a child until it ends.
 *
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export const track = (child) => {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Ends every remembered child and waits for it. */
export const endChildren = async () => {
  await Promise.all(
    [...children].map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve)
          child.kill('SIGTERM')
        }),
    ),
  )
}
