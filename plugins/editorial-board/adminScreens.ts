import type { CollectionConfig, CollectionSlug, UIField } from 'payload'
import { addComponents, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import type { EditorialBoardOptions } from './options.ts'

const client = '@plugins/editorial-board/client'
const rsc = '@plugins/editorial-board/rsc'

/** The review desk, the dashboard's block, and "submit for review" in place of "publish". */
export const adminScreens = ({ governed }: EditorialBoardOptions): ConfigStep =>
  compose(
    addComponents({
      beforeDashboard: [`${rsc}#DeskSummary`],
      beforeNavLinks: [`${rsc}#DeskLink`],
      views: {
        reviewDesk: {
          Component: `${rsc}#ReviewDesk`,
          path: '/review',
          exact: true,
          meta: { title: 'Bàn duyệt' },
        },
        reviewItem: {
          Component: `${rsc}#ReviewItem`,
          path: '/review/:submission',
          exact: true,
          meta: { title: 'Bàn duyệt' },
        },
      },
    }),
    ...governed.map(({ slug }) => extendCollection(slug as CollectionSlug, submitInsteadOfPublish)), // throws on an unknown slug
  )

const statePanel: UIField = {
  name: 'boardState',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: `${client}#StatePanel` } },
}

const submitInsteadOfPublish = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: [statePanel, ...collection.fields],
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      edit: {
        ...collection.admin?.components?.edit,
        // What stands where is told by the panel; Payload's own status offers to go back to what is public by writing it.
        Status: `${client}#NoButton`,
        PublishButton: `${client}#SubmitButton`,
        UnpublishButton: `${client}#NoButton`,
      },
    },
  },
})
