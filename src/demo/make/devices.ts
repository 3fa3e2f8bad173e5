import type { RawDocument } from '../bulk/tableRows.ts'
import type { Random } from '../random.ts'

const classes = [
  ['radioStation', 'Đài truyền thanh', 'RADIO'],
  ['loudspeakerCluster', 'Cụm loa', 'LOA'],
  ['ledBoard', 'Bảng tin điện tử', 'LED'],
] as const

/** The `index`th device, at a commune; its addresses lead nowhere. */
export const makeDevice = (args: {
  index: number
  unit: { unitId: number; name: string; code: string; latitude: number; longitude: number }
  groupIds: number[]
  random: Random
}): RawDocument => {
  const { index, unit, groupIds, random } = args
  const turn = Math.floor(index / 126)
  const [deviceClass, name, sign] =
    turn === 0 ? classes[0] : turn === 1 ? classes[1] : random.pick([classes[1], classes[2]])
  const channel = deviceClass === 'ledBoard' || random.chance(0.7) ? 'mqtt' : 'http'
  const lifecycle = random.pick([
    ...Array.from({ length: 12 }, () => 'active' as const),
    'active',
    'active',
    'tested',
    'registered',
    'suspended',
    'retired',
  ] as const)
  const code = `HN-${unit.code}-${sign}-${String(turn + 1).padStart(2, '0')}`
  return {
    code,
    name: `${name} số ${turn + 1}, ${unit.name}`,
    deviceClass,
    unit: unit.unitId,
    groups: groupIds,
    channel,
    ...(channel === 'http'
      ? { address: `http://${code.toLowerCase()}.device.invalid/bulletins` }
      : {}),
    lifecycle,
    ...(index % 37 < 2 ? { gateway: `CONG-0${(index % 37) + 1}` } : {}),
    capabilities: {
      forms: deviceClass === 'ledBoard' ? ['text', 'image', 'video'] : ['text', 'audio'],
    },
    latitude: round(unit.latitude + random.whole(-60, 60) / 10_000),
    longitude: round(unit.longitude + random.whole(-60, 60) / 10_000),
    ...(deviceClass === 'ledBoard' ? { screen: { width: 192, height: 96 } } : {}),
  }
}

const round = (value: number) => Math.round(value * 100_000) / 100_000
