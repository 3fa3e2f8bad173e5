import { spawnSync } from 'node:child_process'
import { StartError } from './startError.mjs'

/** What `npm run test:real` works with, and the package of Debian and Ubuntu that brings it. */
export const realPrograms = [
  { program: 'mosquitto', args: ['-h'], package: 'mosquitto' },
  { program: 'mosquitto_sub', args: ['--help'], package: 'mosquitto-clients' },
  { program: 'icecast2', args: ['-v'], package: 'icecast2' },
  { program: 'liquidsoap', args: ['--version'], package: 'liquidsoap' },
  { program: 'ffmpeg', args: ['-version'], package: 'ffmpeg' },
  { program: 'espeak-ng', args: ['--version'], package: 'espeak-ng' },
  { program: 'xmllint', args: ['--version'], package: 'libxml2-utils' },
]

/** @returns {{ program: string, package: string }[]} those that are not installed */
export const missingPrograms = () =>
  realPrograms.filter(
    ({ program, args }) =>
      spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, PATH: wholePath() } })
        .error !== undefined,
  )

/** Where distributions put servers: not on everybody's path. */
export const wholePath = () => `${process.env.PATH}:/usr/sbin:/usr/local/sbin`

/** @throws {StartError} that says what is missing and how to install it */
export const demandPrograms = () => {
  const missing = missingPrograms()
  if (missing.length === 0) return
  const programs = missing.map((one) => one.program).join(', ')
  const packages = missing.map((one) => one.package).join(' ')
  throw new StartError(
    `Not installed here: ${programs}.\nThe tests with real brokers, radio stations and listeners need them. On Debian or Ubuntu:\n\n  sudo apt-get install -y --no-install-recommends ${packages}\n\nand run the command again. \`npm test\` works without them.`,
  )
}
