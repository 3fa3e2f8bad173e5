import type { CollectionConfig, Field } from 'payload'

const signedIn = ({ req }: { req: { user: unknown } }) => Boolean(req.user)
const access = { read: signedIn, readVersions: signedIn, create: signedIn, update: signedIn }

/** The types of this repository do not know the port's collections. */
export const unknown = (slug: string) => slug as 'sites'

const text = (name: string, more: { localized?: true } = {}): Field => ({
  name,
  type: 'text',
  ...more,
})
const number = (name: string): Field => ({ name, type: 'number' })
const date = (name: string): Field => ({ name, type: 'date' })
const flag = (name: string): Field => ({ name, type: 'checkbox' })
const choice = (name: string, ...options: string[]): Field => ({ name, type: 'select', options })
const many = (name: string, relationTo: string): Field => ({
  name,
  type: 'relationship',
  relationTo: unknown(relationTo),
  hasMany: true,
})
const one = (name: string, relationTo: string): Field => ({
  name,
  type: 'relationship',
  relationTo: unknown(relationTo),
  required: true,
})

const units: CollectionConfig = {
  slug: 'units',
  access,
  fields: [
    text('code'),
    text('name', { localized: true }),
    choice('kind', 'city', 'ward', 'commune', 'specialZone'),
    number('latitude'),
    number('longitude'),
  ],
}

const groups: CollectionConfig = {
  slug: 'device-groups',
  access,
  fields: [text('code'), text('name')],
}

const devices: CollectionConfig = {
  slug: 'devices',
  access,
  fields: [
    text('code'),
    text('name'),
    choice('deviceClass', 'radioStation', 'loudspeakerCluster', 'ledBoard'),
    one('unit', 'units'),
    many('groups', 'device-groups'),
    choice('channel', 'http', 'mqtt', 'cap', 'pull', 'icecast', 'player', 'httttn', 'byradio'),
    text('address'),
    text('make'),
    text('model'),
    text('gateway'),
    {
      name: 'capabilities',
      type: 'group',
      fields: [
        {
          name: 'forms',
          type: 'select',
          hasMany: true,
          options: ['text', 'audio', 'image', 'video'],
        },
        flag('speaksText'),
        number('maxMegabytes'),
      ],
    },
    {
      name: 'alternate',
      type: 'group',
      fields: [choice('channel', 'mqtt', 'http', 'pull'), text('address')],
    },
    {
      name: 'lifecycle',
      type: 'select',
      defaultValue: 'registered',
      options: ['registered', 'tested', 'active', 'suspended', 'retired'],
    },
    number('latitude'),
    number('longitude'),
    { name: 'screen', type: 'group', fields: [number('width'), number('height')] },
  ],
}

const bulletins: CollectionConfig = {
  slug: 'bulletins',
  access,
  versions: { drafts: true },
  fields: [
    text('title', { localized: true }),
    { name: 'text', type: 'textarea', localized: true },
    { name: 'spokenText', type: 'textarea', localized: true },
    text('address'),
    choice('priority', 'emergency', 'priority', 'normal'),
    choice('messageKind', 'alert', 'update', 'cancel', 'exercise'),
    many('areas', 'units'),
    date('broadcastAt'),
    date('expiresAt'),
    one('authority', 'authorities'),
  ],
}

/** What the port has of its own, and of what dispatch demands no more than that. */
export const portCollections = (mediaDir: string): CollectionConfig[] => [
  { slug: 'files', access, upload: { staticDir: mediaDir }, fields: [] },
  {
    slug: 'officers',
    auth: true,
    access,
    fields: [text('fullName'), choice('post', 'harbourMaster', 'technician', 'clerk')],
  },
  { slug: 'authorities', access, fields: [text('short'), text('title')] },
  units,
  groups,
  devices,
  bulletins,
]
