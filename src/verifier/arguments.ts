import { parseArgs } from 'node:util'
import { VerifierError } from './verifierError.ts'

export const help = `Cổ Loa – prove what the boards decided

  npm run coloa -- export FILE [--heads FILE]
      writes everything an auditor needs to FILE (JSON Lines), in one state of the database; prints where chains and logs
      stand, and notes it in --heads for the next audit

  npm run coloa -- verify FILE --keys KEYS
  npm run coloa -- verify --database URL --keys KEYS
      checks an export, or a database (a restored dump), with the public keys alone

  npm run coloa -- verify-proof FILE [--keys KEYS] [--device-keys FILE]
      checks the proof of one emergency, as downloaded from its page, and which receipts the devices signed themselves;
      without keys it names the one that signed, and ends with 3: who that is was not checked

      --keys FILE         a key set as served at /.well-known/jwks.json, or a public key as PEM; may be repeated
      --device-keys FILE  the devices' own public keys, from the papers of their installation: a line each, code and key;
                          without, those the installation has registered are used
      --receipts          lists every receipt, and on whose word it rests
      --since-head FILE   the heads noted at an earlier audit must still be there: finds an end that was cut off
      --heads FILE        notes the heads of this audit
      --decisions         lists who decided what, when, in which capacity, under which mandate
      --json              prints the whole outcome as JSON
      --vi                viết bằng tiếng Việt

  The database of export: --database URL, else DATABASE_OWNER_URL or DATABASE_URL, else the embedded one.
  Ends with 0 when everything is as it was signed, 1 when something is not, 2 when nothing could be checked.
`

/** What the command is asked. */
export type Asked =
  | { command: 'help' }
  | { command: 'export'; file: string; database: string | undefined; heads: string | undefined }
  | {
      command: 'verify-proof'
      file: string
      keys: string[]
      deviceKeys: string | undefined
      isListed: boolean
      language: 'vi' | 'en'
    }
  | {
      command: 'verify'
      file: string | undefined
      database: string | undefined
      keys: string[]
      since: string | undefined
      heads: string | undefined
      isListed: boolean
      isJson: boolean
      language: 'vi' | 'en'
    }

const options = {
  help: { type: 'boolean', short: 'h' },
  database: { type: 'string' },
  keys: { type: 'string', multiple: true },
  'since-head': { type: 'string' },
  heads: { type: 'string' },
  decisions: { type: 'boolean' },
  'device-keys': { type: 'string' },
  receipts: { type: 'boolean' },
  json: { type: 'boolean' },
  vi: { type: 'boolean' },
} as const

/** @throws VerifierError in one sentence, for words it does not know or that are missing */
export const readArguments = (words: string[]): Asked => {
  const { values, positionals } = parse(words)
  const [command, file, ...more] = positionals
  if (values.help || command === undefined || command === 'help') return { command: 'help' }
  if (more.length > 0) throw new VerifierError(`"${more.join(' ')}" is one word too many`)
  const { database, heads } = values
  if (command === 'export') {
    if (file === undefined) throw new VerifierError('name the file to write: coloa export FILE')
    return { command, file, database, heads }
  }
  const language = values.vi ? 'vi' : 'en'
  if (command === 'verify-proof') {
    if (file === undefined) throw new VerifierError('name the proof: coloa verify-proof FILE')
    return {
      command,
      file,
      keys: values.keys ?? [],
      deviceKeys: values['device-keys'],
      isListed: values.receipts ?? false,
      language,
    }
  }
  if (command !== 'verify')
    throw new VerifierError(`"${command}" is not a command: export, verify or verify-proof`)
  if ((file === undefined) === (database === undefined))
    throw new VerifierError('name one thing to verify: a FILE, or --database URL')
  if (!values.keys?.length)
    throw new VerifierError(
      'name the public keys: --keys FILE, as served at /.well-known/jwks.json',
    )
  return {
    command,
    file,
    database,
    keys: values.keys,
    since: values['since-head'],
    heads,
    isListed: values.decisions ?? false,
    isJson: values.json ?? false,
    language,
  }
}

const parse = (words: string[]) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    throw new VerifierError((error as Error).message)
  }
}
