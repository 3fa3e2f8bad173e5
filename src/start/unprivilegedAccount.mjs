import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * PostgreSQL refuses to run as root. As root, the account to run it under instead: `postgres` where there is one, else
 * `nobody`. As anybody else, nothing: the server runs as we do.
 *
 * @returns {Promise<{ uid: number, gid: number } | undefined>}
 */
export const accountFor = async () => {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    } catch {
      // the next name
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody": start as another user.',
  )
}
