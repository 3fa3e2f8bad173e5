import type { CollectionConfig, UIField } from 'payload'
import { addComponents, appendHooks, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import { readsDevices } from './deviceRights.ts'
import { demandFields } from './demandFields.ts'
import { demandChecked, keepTested } from './lifecycle/keepTested.ts'

const rsc = '@plugins/dispatch/rsc'

const view = (component: string, path: `/${string}`, title: string) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title },
})

const panel: UIField = {
  name: 'registry',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '@plugins/dispatch/client#DevicePanel' },
  },
}

const hooks = appendHooks({ beforeChange: [keepTested], afterChange: [demandChecked] })

/** The collection of devices with its gate, its readers and its panel. */
const gated = (before: CollectionConfig): CollectionConfig =>
  hooks({
    ...before,
    access: { ...before.access, read: readsDevices },
    fields: [panel, ...before.fields],
  })

/** The device registry in the admin: board, record of a device, import; the gate on the collection. */
export const registryScreens: ConfigStep = compose(
  extendCollection('devices', (before) => demandFields(gated(before))),
  extendCollection('device-groups', demandFields),
  extendCollection('units', demandFields),
  addComponents({
    beforeNavLinks: [`${rsc}#BoardLink`],
    views: {
      deviceBoard: view('BoardPage', '/device-board', 'Bảng thiết bị'),
      deviceImport: view('ImportPage', '/device-board/import', 'Nhập danh sách thiết bị'),
      deviceRecord: view('DevicePage', '/device-board/:id', 'Hồ sơ thiết bị'),
    },
  }),
)
