import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import type { AddressRules } from '#kit/addressRules.ts'
import { HandError } from '../driver.ts'

const LONGEST_ANSWER = 256 * 1024
const DEFAULT_PORT = 1234

/**
 * Gives one command to a station's Liquidsoap over its telnet server.
 *
 * @param address `liquidsoap://host:1234`
 * @param words a command of `src/examples/station/radio.liq`; none may hold a space or a line break
 * @returns the lines of the answer
 * @throws HandError when it may not be dialled or refuses
 */
export const askStation = async (options: {
  address: string | null
  words: readonly string[]
  mayDial: AddressRules
  signal: AbortSignal
}): Promise<string[]> => {
  const { words, signal } = options
  if (words.some((word) => !/^[\x21-\x7e]+$/.test(word)))
    throw new HandError('a word of the command is none')
  const { host, port } = demandStation(options.address)
  const found = await within(lookup(host, { all: true }), signal)
  const dialled = found.find((one) => options.mayDial(one.address))
  if (!dialled)
    throw new HandError('its address lies in a network that may not be called (DEVICE_NETWORKS)')
  return converse({ host: dialled.address, port, command: words.join(' '), signal })
}

const demandStation = (address: string | null): { host: string; port: number } => {
  const url = address ? URL.parse(address) : null
  if (url?.protocol !== 'liquidsoap:' || url.hostname === '')
    throw new HandError('has no address like liquidsoap://host:1234')
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
  }
}

const converse = (options: {
  host: string
  port: number
  command: string
  signal: AbortSignal
}): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const { signal } = options
    const socket = connect({ host: options.host, port: options.port })
    let text = ''
    const end = (error?: Error) => {
      signal.removeEventListener('abort', giveUp)
      socket.destroy()
      if (error) reject(error)
    }
    const giveUp = () => end(new HandError('the station did not answer in time'))
    if (signal.aborted) return giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    socket.setEncoding('utf8')
    socket.on('error', end)
    socket.on('connect', () => socket.write(`${options.command}\n`))
    socket.on('data', (part: string) => {
      text += part
      if (text.length > LONGEST_ANSWER) return end(new HandError('the station answers endlessly'))
      const at = /(^|\r?\n)END\r?\n/.exec(text)
      if (!at) return undefined
      end()
      return resolve(text.slice(0, at.index).split(/\r?\n/).filter(Boolean))
    })
    socket.on('close', () => end(new HandError('the station hung up')))
    return undefined
  })

const within = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  signal.throwIfAborted()
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(new HandError('the station did not answer in time'))
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
