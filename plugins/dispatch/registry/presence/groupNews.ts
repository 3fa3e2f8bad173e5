import type { PresenceNews } from './readNews.ts'

/** What is told in one line: a gateway with all behind it, a commune, or single devices. */
export type NewsGroup = {
  kind: 'gateway' | 'commune' | 'device'
  /** Code of the gateway, name of the commune, or name of the device. */
  name: string
  commune: string
  devices: PresenceNews[]
}

/**
 * Says as little as possible: a lost gateway speaks for what is behind it, a commune for its many.
 *
 * @param groupFrom so many devices of a commune are one group
 */
export const groupNews = (news: readonly PresenceNews[], groupFrom: number): NewsGroup[] => {
  const [behind, others] = split(news, (one) => one.isGatewayLost && !one.isUp)
  const gateways = groupBy(behind, (one) => one.gateway ?? '').map(([name, devices]) => ({
    kind: 'gateway' as const,
    name,
    commune: [...new Set(devices.map((one) => one.unitName))].join(', '),
    devices,
  }))
  const rest = others.filter((one) => one.isUp || !gateways.some(({ name }) => name === one.code))
  const communes = groupBy(rest, (one) => one.unitCode).flatMap(([, devices]): NewsGroup[] => {
    const commune = devices[0]?.unitName ?? ''
    if (devices.length >= groupFrom) return [{ kind: 'commune', name: commune, commune, devices }]
    return devices.map((one) => ({ kind: 'device', name: one.name, commune, devices: [one] }))
  })
  return [...gateways, ...communes].sort((a, b) => b.devices.length - a.devices.length)
}

const split = <T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] => [
  all.filter(test),
  all.filter((one) => !test(one)),
]

const groupBy = <T>(all: readonly T[], key: (one: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups]
}
