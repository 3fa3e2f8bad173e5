/**
 * Shows that a long step is under way: a line that counts seconds on a terminal, a line at its beginning and end elsewhere.
 *
 * @param {string} title
 * @param {{ isAlone?: boolean }} [options] beside other steps nothing is counted: they would write over each other
 */
export const progress = (title, { isAlone = true } = {}) => {
  const started = Date.now()
  const isTerminal = process.stdout.isTTY && isAlone
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`
  let noted = ''
  const draw = () => process.stdout.write(`\r\u001b[K  … ${title} ${seconds()}  ${noted}`)
  const timer = isTerminal ? setInterval(draw, 200) : undefined
  if (!isTerminal) process.stdout.write(`  … ${title}\n`)
  const end = (mark) => {
    clearInterval(timer)
    process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}  ${mark} ${title} (${seconds()})\n`)
  }
  /** How far it is. */
  const note = (/** @type {string} */ text) => {
    noted = text
    if (!isTerminal) process.stdout.write(`    ${text}\n`)
  }
  return { note, done: () => end('✓'), fail: () => end('✗') }
}
