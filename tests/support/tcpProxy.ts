import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A place between client and server where the way can be cut, or led elsewhere. */
export const startTcpProxy = async (target: number) => {
  let port: number | undefined = target
  const open = new Set<Socket>()
  const server = createServer((client) => {
    if (port === undefined) {
      client.destroy()
      return
    }
    const upstream = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    /** Cuts every connection; nobody gets through until `lead`. */
    cut: () => {
      port = undefined
      for (const socket of open) socket.destroy()
    },
    lead: (to: number) => {
      port = to
    },
    stop: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
