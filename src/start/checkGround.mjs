import { access, constants, mkdir, statfs } from 'node:fs/promises'
import net from 'node:net'
import { StartError } from './startError.mjs'

/**
 * What must hold before anything long begins: a writable folder, room on the disk, a free port.
 *
 * @param {{ root: string, dataDir: string, port: number }} ground
 * @throws {StartError}
 */
export const checkGround = async ({ root, dataDir, port }) => {
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
  await demandFreePort(port)
}

const demandFreePort = (port) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(
              `Port ${port} is taken: choose another, for example PORT=${port + 1} npm start, or end the program that holds it.`,
            )
          : new StartError(
              `Port ${port} cannot be opened (${error.code}): choose another with PORT=….`,
            ),
      )
    })
    probe.listen(port, () => probe.close(() => resolve(undefined)))
  })
