import type { Field } from 'payload'
import { addComponents, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import { stormOptions } from './stormOptions.ts'

const rsc = '@plugins/dispatch/rsc'

const view = (component: string, path: `/${string}`, title: string) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title },
})

/** The reason is stored as a code; people choose it from the register. */
const withReasons = (field: Field): Field =>
  field.type === 'text' && field.name === 'reasonCode'
    ? {
        ...field,
        admin: {
          ...field.admin,
          components: { ...field.admin?.components, Field: `${rsc}#ReasonField` },
        },
      }
    : field

const reasonField: ConfigStep = (config) =>
  stormOptions()
    ? extendCollection('bulletins', (collection) => ({
        ...collection,
        fields: collection.fields.map(withReasons),
      }))(config)
    : config

const screens = addComponents({
  beforeDashboard: [`${rsc}#StormSummary`],
  beforeNavLinks: [`${rsc}#StormLinks`],
  views: {
    storm: view('StormPage', '/storm', 'Phát khẩn cấp'),
    stormWall: view('WallPage', '/storm/:dispatch', 'Truyền phát'),
    stormProof: view('ProofPage', '/storm/:dispatch/proof', 'Hồ sơ chứng minh'),
    dispatches: view('WallList', '/dispatches', 'Truyền phát'),
    dispatch: view('WallPage', '/dispatches/:dispatch', 'Truyền phát'),
    drills: view('DrillsPage', '/drills', 'Diễn tập'),
    drill: view('DrillPage', '/drills/:dispatch', 'Diễn tập'),
  },
})

/** The page for emergencies, the wall of every dispatch, drills and proofs; on bulletins the reason to choose. */
export const stormScreens: ConfigStep = compose(reasonField, screens)
