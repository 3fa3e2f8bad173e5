import { createServer } from 'node:net'
import { Aedes } from 'aedes'

/** A broker inside this process. */
export type Broker = { url: string; stop: () => Promise<void> }

/**
 * Starts an MQTT broker on the loopback address: enough for the demo and for tests. A city runs a real one (MQTT_URL).
 *
 * @param port 0 for any free one
 */
export const startBroker = async (port = 0): Promise<Broker> => {
  const aedes = await Aedes.createBroker()
  const server = createServer(aedes.handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `mqtt://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        aedes.close(resolve)
      })
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
