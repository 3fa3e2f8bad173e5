import { connect } from 'node:net'
import { generate, parser } from 'mqtt-packet'

// Many devices at a broker, each with a connection of its own, that do no more than take and acknowledge. Arguments: port,
// devices, topics. For each message that all have got, a line with the milliseconds since 1970 of the last.
const [port, devices, ...topics] = process.argv.slice(2)
const count = Number(devices)
const got = new Map<string, number>()
let ready = 0

const start = (n: number) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    const packets = parser({ protocolVersion: 4 })
    socket.setNoDelay(true)
    socket.on('error', reject)
    socket.on('data', (data) => packets.parse(data))
    packets.on('packet', (packet) => {
      if (packet.cmd === 'connack') {
        const subscriptions = topics.map((topic) => ({ topic, qos: 1 as const }))
        socket.write(generate({ cmd: 'subscribe', messageId: 1, subscriptions }))
      } else if (packet.cmd === 'suback') {
        ready += 1
        resolve()
      } else if (packet.cmd === 'publish') {
        if (packet.messageId) socket.write(generate({ cmd: 'puback', messageId: packet.messageId }))
        count1(packet.topic)
      }
    })
    socket.write(
      generate({
        cmd: 'connect',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clean: true,
        clientId: `bench-${n}`,
        keepalive: 0,
      }),
    )
  })

const count1 = (topic: string) => {
  const so = (got.get(topic) ?? 0) + 1
  got.set(topic, so)
  if (so % count === 0)
    process.stdout.write(`${topic} ${performance.timeOrigin + performance.now()}\n`)
}

for (let n = 0; n < count; n += 200)
  await Promise.all(Array.from({ length: Math.min(200, count - n) }, (_, k) => start(n + k)))
process.stdout.write(`ready ${ready}\n`)
