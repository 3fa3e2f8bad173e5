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
      beforeNavLinks: [`${rsc}#DeskLink`, `${rsc}#NoticesLink`, `${rsc}#RegisterLink`],
      views: {
        reviewDesk: {
          Component: `${rsc}#ReviewDesk`,
          path: '/review',
          exact: true,
          meta: { title: 'Bàn duyệt' },
        },
        // Before the item: the first address that fits is taken.
        reviewChosen: {
          Component: `${rsc}#ReviewChosen`,
          path: '/review/chosen',
          exact: true,
          meta: { title: 'Bàn duyệt' },
        },
        approvalRecord: {
          Component: `${rsc}#ApprovalRecord`,
          path: '/review/:submission/record',
          exact: true,
          meta: { title: 'Biên bản duyệt nội dung' },
        },
        notices: {
          Component: `${rsc}#NoticesView`,
          path: '/notices',
          exact: true,
          meta: { title: 'Thông báo' },
        },
        noticeChoices: {
          Component: `${rsc}#NoticeChoicesView`,
          path: '/notices/choices',
          exact: true,
          meta: { title: 'Cách nhận thông báo' },
        },
        reviewItem: {
          Component: `${rsc}#ReviewItem`,
          path: '/review/:submission',
          exact: true,
          meta: { title: 'Bàn duyệt' },
        },
        boards: {
          Component: `${rsc}#BoardList`,
          path: '/boards',
          exact: true,
          meta: { title: 'Ban Biên tập' },
        },
        boardRegister: {
          Component: `${rsc}#BoardRegister`,
          path: '/boards/:board',
          exact: true,
          meta: { title: 'Ban Biên tập' },
        },
      },
    }),
    showBoardsOfAccounts,
    ...governed.map(({ slug }) => extendCollection(slug as CollectionSlug, submitInsteadOfPublish)), // throws on an unknown slug
  )

const statePanel: UIField = {
  name: 'boardState',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: `${client}#StatePanel` } },
}

const personBoards: UIField = {
  name: 'onBoards',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: `${rsc}#PersonBoards` } },
}

/** On the page of an account: on which boards the person is. Payload makes up its own accounts where a config has none. */
const showBoardsOfAccounts: ConfigStep = (config) => ({
  ...config,
  ...(config.collections
    ? {
        collections: config.collections.map((one) =>
          one.slug === (config.admin?.user ?? 'users')
            ? { ...one, fields: [...one.fields, personBoards] }
            : one,
        ),
      }
    : {}),
})

/**
 * Where Payload offers to publish, unpublish, restore over what is public, copy a language or edit in bulk, the board's own
 * control stands, or none: a button that is always refused misleads.
 */
const submitInsteadOfPublish = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  disableBulkEdit: true,
  fields: [statePanel, ...collection.fields],
  admin: {
    ...collection.admin,
    disableCopyToLocale: true,
    components: {
      ...collection.admin?.components,
      edit: {
        ...collection.admin?.components?.edit,
        // What stands where is told by the panel; Payload's own status offers to go back to what is public by writing it.
        Status: `${client}#NoButton`,
        PublishButton: `${client}#SubmitButton`,
        UnpublishButton: `${client}#NoButton`,
      },
      views: withRestore(collection.admin?.components?.views),
    },
  },
})

type Views = NonNullable<NonNullable<CollectionConfig['admin']>['components']>['views']

/** Payload's own button in that view is hidden by the admin's style: nothing in a config removes it. */
const withRestore = (views: Views): Views => {
  const edit = views?.edit as Record<string, { actions?: string[] }> | undefined // keyed by view, all with actions
  const version = {
    ...edit?.version,
    actions: [...(edit?.version?.actions ?? []), `${client}#RestoreAsDraft`],
  }
  return { ...views, edit: { ...edit, version } } as Views // the same shape with one action more
}
