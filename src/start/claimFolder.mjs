import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { StartError } from './startError.mjs'

/**
 * Holds a data folder for this process: a second start would adopt the database of the first, and end it under its feet.
 * The claim is a listening socket, so a killed holder holds nothing.
 *
 * @param {string} dataDir must exist
 * @param {string} address what the holder serves, for the sentence; empty when it serves nothing
 * @throws {StartError} when another process holds it
 */
export const claimFolder = async (dataDir, address = '') => {
  const file = path.join(dataDir, 'running.json')
  const holder = await readHolder(file)
  if (holder && (await answerAt(holder.port)) === holder.word) {
    throw new StartError(
      `The city of this folder is running already${holder.address ? ` at ${holder.address}` : ''}: end that one first, or give this one a folder of its own with COLOA_DATA_DIR=….`,
    )
  }
  const word = randomUUID()
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(word)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(undefined))
  })
  server.unref()
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  await writeFile(file, JSON.stringify({ port, word, address }))
}

/** @returns {Promise<{ port: number, word: string, address?: string } | undefined>} */
const readHolder = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined // nobody, or a file that was cut short
  }
}

const answerAt = (port) =>
  new Promise((resolve) => {
    let heard = ''
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 1000 })
    socket.setEncoding('utf8')
    socket.on('data', (part) => (heard += part))
    socket.once('timeout', () => socket.destroy())
    socket.once('error', () => resolve(''))
    socket.once('close', () => resolve(heard))
  })
