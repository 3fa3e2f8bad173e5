import type { Field } from 'payload'

/** A field dispatch reads by its column, and what it has to be. */
export type DemandedField = {
  type: Field['type'] | readonly Field['type'][]
  isLocalized?: true
  hasMany?: true
  /** The collection a relationship or an upload leads to. */
  to?: string
  /** Values a select must offer; it may offer others. */
  options?: readonly string[]
}

/** By the slug of the collection, then by the path of the field. */
export type Demands = Readonly<Record<string, Readonly<Record<string, DemandedField>>>>

const text = { type: ['text', 'textarea'] } as const
const number = { type: 'number' } as const
const date = { type: 'date' } as const
const channels = ['http', 'mqtt', 'cap', 'pull', 'icecast', 'player', 'httttn', 'byradio']

/** What every installation has: the tables and statements of dispatch name these columns. */
export const alwaysDemanded: Demands = {
  units: {
    code: text,
    name: { ...text, isLocalized: true },
    kind: { type: 'select', options: ['city', 'ward', 'commune', 'specialZone'] },
    latitude: number,
    longitude: number,
  },
  'device-groups': { code: text, name: text },
  devices: {
    code: text,
    name: text,
    deviceClass: { type: 'select', options: ['radioStation', 'loudspeakerCluster', 'ledBoard'] },
    unit: { type: 'relationship', to: 'units' },
    groups: { type: 'relationship', to: 'device-groups', hasMany: true },
    channel: { type: 'select', options: channels },
    address: text,
    make: text,
    model: text,
    gateway: text,
    'capabilities.forms': {
      type: 'select',
      hasMany: true,
      options: ['text', 'audio', 'image', 'video'],
    },
    'capabilities.speaksText': { type: 'checkbox' },
    'capabilities.maxMegabytes': number,
    'alternate.channel': { type: 'select', options: ['mqtt', 'http', 'pull'] },
    'alternate.address': text,
    lifecycle: {
      type: 'select',
      options: ['registered', 'tested', 'active', 'suspended', 'retired'],
    },
    latitude: number,
    longitude: number,
    'screen.width': number,
    'screen.height': number,
  },
  bulletins: {
    title: text,
    text,
    spokenText: text,
    priority: { type: 'select', options: ['emergency', 'priority', 'normal'] },
    messageKind: { type: 'select', options: ['alert', 'update', 'cancel', 'exercise'] },
    areas: { type: 'relationship', to: 'units', hasMany: true },
    broadcastAt: date,
    expiresAt: date,
  },
}

/** With the option `forms`. */
export const demandedByForms: Demands = { media: { seconds: number } }

/** With the option `storm`. */
export const demandedByStorm: Demands = {
  bulletins: {
    reasonCode: text,
    isOverride: { type: 'checkbox' },
    overrideReason: text,
    deviceGroups: { type: 'relationship', to: 'device-groups', hasMany: true },
  },
}
