import { StartError } from './startError.mjs'

export const help = `Cổ Loa – start the city

  npm start                     serve the demo city at http://localhost:3000
  npm start -- --empty          no demo: the first visit makes the first administrator
  npm start -- --fresh          start over: delete the embedded database first (asks; --yes answers)
  npm start -- --size 250x100000  a demo of 250 sites and 100,000 articles
  npm run dev                   the same for people who work on it: restarts when a file changes

Environment: PORT, DATABASE_URL, SMTP_URL, MQTT_URL, COLOA_PROFILE … see "Configuration" in README.md.
`

/**
 * @typedef {object} StartOptions
 * @property {boolean} isHelp
 * @property {boolean} isEmpty no demo city
 * @property {boolean} isFresh delete the embedded database first
 * @property {boolean} isYes do not ask
 * @property {boolean} isDev restart on change
 * @property {string | undefined} size
 */

/**
 * @param {string[]} words
 * @returns {StartOptions}
 * @throws {StartError} for a word it does not know
 */
export const parseOptions = (words) => {
  /** @type {StartOptions} */
  const options = {
    isHelp: false,
    isEmpty: false,
    isFresh: false,
    isYes: false,
    isDev: false,
    size: undefined,
  }
  const flags = {
    '--help': 'isHelp',
    '-h': 'isHelp',
    '--empty': 'isEmpty',
    '--fresh': 'isFresh',
    '--yes': 'isYes',
    '--dev': 'isDev',
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word in flags) options[flags[word]] = true
    else if (word === '--size' && words[at + 1]) options.size = words[(at += 1)]
    else throw new StartError(`"${word}" is not an option: npm start -- --help lists them.`)
  }
  if (options.size && !/^(demo|large|\d+x\d+)$/.test(options.size)) {
    throw new StartError(
      `"${options.size}" is not a size: write for example 250x100000, demo or large.`,
    )
  }
  return options
}
