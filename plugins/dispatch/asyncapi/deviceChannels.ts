/** A place where messages travel, and what a device does there. */
export type DeviceChannel = {
  name: string
  address: string
  about: string
  parameters?: Record<string, string>
  messages: readonly string[]
  /** What the device does. */
  action: 'send' | 'receive'
  server: 'broker' | 'hub' | 'device'
  /** QoS 1 and so on. */
  mqtt?: { retain?: boolean; will?: boolean }
  /** The answer to what is sent. */
  reply?: readonly string[]
}

const area = { area: 'Official code of a commune or of the city.' }
const device = { device: "The device's code in the registry." }

/** Every place of the protocol, by MQTT and by HTTP. */
export const deviceChannels: readonly DeviceChannel[] = [
  {
    name: 'areaCommands',
    address: 'coloa/v1/areas/{area}/commands',
    about: 'One message for a whole area; a device subscribes to the areas of its standing.',
    parameters: area,
    messages: ['dispatch'],
    action: 'receive',
    server: 'broker',
    mqtt: {},
  },
  {
    name: 'groupCommands',
    address: 'coloa/v1/groups/{group}/commands',
    about: 'One message for a group of devices.',
    parameters: { group: 'Code of a group of devices.' },
    messages: ['dispatch'],
    action: 'receive',
    server: 'broker',
    mqtt: {},
  },
  {
    name: 'areaEmergency',
    address: 'coloa/v1/areas/{area}/emergency/{chain}',
    about: 'Retained: an emergency in force, for who comes later; an empty message ends it.',
    parameters: { ...area, chain: 'Stands for the chain of the emergency.' },
    messages: ['dispatch'],
    action: 'receive',
    server: 'broker',
    mqtt: { retain: true },
  },
  {
    name: 'areaRecent',
    address: 'coloa/v1/areas/{area}/recent',
    about: 'What is in force, about every 30 seconds: a device finds its own gaps.',
    parameters: area,
    messages: ['recent'],
    action: 'receive',
    server: 'broker',
    mqtt: {},
  },
  {
    name: 'deviceCommands',
    address: 'coloa/v1/devices/{device}/commands',
    about: 'For this device alone: repetitions, tests, the hub’s time.',
    parameters: device,
    messages: ['dispatch', 'clock'],
    action: 'receive',
    server: 'broker',
    mqtt: {},
  },
  {
    name: 'deviceSetup',
    address: 'coloa/v1/devices/{device}/setup',
    about: 'Retained: the standing of this device.',
    parameters: device,
    messages: ['setup'],
    action: 'receive',
    server: 'broker',
    mqtt: { retain: true },
  },
  {
    name: 'deviceReports',
    address: 'coloa/v1/devices/{device}/reports',
    about: 'What the device did, how it is, what it misses.',
    parameters: device,
    messages: ['report'],
    action: 'send',
    server: 'broker',
    mqtt: {},
  },
  {
    name: 'devicePresence',
    address: 'coloa/v1/devices/{device}/presence',
    about: 'The last will of its connection.',
    parameters: device,
    messages: ['presence'],
    action: 'send',
    server: 'broker',
    mqtt: { will: true },
  },
  {
    name: 'httpCommands',
    address: '/',
    about:
      'The address of a device that can be called: the hub posts to it, any 2xx within five seconds is "handed over".',
    messages: ['dispatch', 'setup'],
    action: 'receive',
    server: 'device',
  },
  {
    name: 'httpReports',
    address: '/api/dispatch/reports',
    about: 'Reports over HTTP; the answer brings what waits for a device that nobody can call.',
    messages: ['report'],
    action: 'send',
    server: 'hub',
    reply: ['answer'],
  },
]
