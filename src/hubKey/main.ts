import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { changeKey, installationKey, keyIdOf, makeNextKey } from '#kit/signingKey.ts'
import { readRotation } from '#plugins/dispatch/hubKeys/readRotation.ts'
import { switchKey } from '#plugins/dispatch/hubKeys/switchKey.ts'
import { tellNextKey } from '#plugins/dispatch/hubKeys/tellNextKey.ts'

const help = `Cổ Loa – the key with which devices know their hub

  npm run coloa -- hub-key next      makes the next key and has it told to all devices, signed by the present one
  npm run coloa -- hub-key status    how many devices have said that they have it
  npm run coloa -- hub-key switch [--overlap-days 7] [--force]
      signs with it from now on; the one before is believed for the overlap. Refused while active devices have not
      said that they have it; with --force these believe nothing more until they are installed anew

  The key lies in SIGNING_KEY_FILE, else below COLOA_DATA_DIR; all processes of the city must see the same file. They follow
  within a second. Do the same beforehand for sites that check webhooks: /.well-known/jwks.json names the new key at once.

  The database: --database URL, else DATABASE_OWNER_URL, else the embedded one.
  Ends with 0 when it was done, 1 when it was refused, 2 when it was asked wrongly.
`

const say = (line: string) => void process.stdout.write(`${line}\n`)
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    database: { type: 'string' },
    force: { type: 'boolean', default: false },
    'overlap-days': { type: 'string', default: '7' },
  },
})
const [, act = ''] = positionals
const connectionString = values.database ?? process.env.DATABASE_OWNER_URL
const overlapDays = Number(values['overlap-days'])
const isRight =
  ['next', 'status', 'switch'].includes(act) && Number.isInteger(overlapDays) && overlapDays >= 0
if (values.help || !isRight || !connectionString) {
  say(help)
  process.exit(values.help ? 0 : 2)
}
const env = {
  signingKeyFile: process.env.SIGNING_KEY_FILE || undefined,
  dataDir: path.resolve(process.env.COLOA_DATA_DIR ?? '.coloa'),
}
const pool = new pg.Pool({ connectionString, max: 2 })

const status = async () => {
  const { keys, devices, lacking } = await readRotation(pool)
  if (keys.length === 0)
    say(`${(await installationKey(env)).publicKey}  signs; no other was ever told`)
  for (const { publicKey, signsSince, validUntil, known } of keys) {
    const state =
      signsSince === null ? 'next' : validUntil ? `until ${validUntil.toISOString()}` : 'signs'
    say(`${publicKey}  ${state}  ${known} of ${devices} devices  (${keyIdOf(publicKey)})`)
  }
  if (keys.some((one) => one.signsSince === null)) name(lacking)
}

const MOST_NAMED = 20

const name = (lacking: readonly string[]) => {
  if (lacking.length === 0) say('every active device has the next key')
  else
    say(
      `${lacking.length} have not said that they have it: ${lacking.slice(0, MOST_NAMED).join(', ')}${lacking.length > MOST_NAMED ? ' …' : ''}`,
    )
}

let code = 0
if (act === 'next') {
  const { publicKey: current } = await installationKey(env)
  await tellNextKey(pool, { current, next: await makeNextKey(env) })
  await status()
} else if (act === 'switch') {
  const change = (next: string) => changeKey(env, next)
  const refused = await switchKey(pool, { overlapDays, isForced: values.force, change })
  if (refused?.why === 'no_next_key') say('There is no next key: hub-key next makes one.')
  if (refused?.why === 'devices_lack_it') name(refused.lacking)
  if (refused) code = 1
  else await status()
} else await status()
await pool.end()
process.exit(code)
