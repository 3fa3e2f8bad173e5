import net from 'node:net'
import { StartError } from './startError.mjs'

/**
 * @param {number} port
 * @throws {StartError} when another program holds it, or this account may not open it
 */
export const demandFreePort = (port) =>
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
