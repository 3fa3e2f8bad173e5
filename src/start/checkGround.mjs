import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { StartError } from './startError.mjs'

/**
 * What must hold before anything long begins: a writable folder, room on the disk.
 *
 * @param {{ root: string, dataDir: string }} ground
 * @throws {StartError}
 */
export const checkGround = async ({ root, dataDir }) => {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
    await access(root, constants.W_OK)
  } catch {
    throw new StartError(
      `This folder cannot be written to (${root}): copy the project to a folder of yours, or change its rights.`,
    )
  }
  const disk = await statfs(dataDir)
  if (disk.bavail * disk.bsize < 512 * 1024 * 1024) {
    throw new StartError('The disk is full: free at least 1 GB and run the command again.')
  }
}
