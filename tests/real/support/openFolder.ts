import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { accountFor } from '../../../src/start/unprivilegedAccount.mjs'

/** A folder that programs under an account without rights can use. */
export const openFolder = async (): Promise<{ folder: string; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-real-'))
  await chmod(folder, 0o755)
  const account = await accountFor()
  if (account) await chown(folder, account.uid, account.gid)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
