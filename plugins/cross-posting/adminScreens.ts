import type { CollectionConfig, CollectionSlug, UIField } from 'payload'
import { addComponents, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import type { CrossPostingOptions } from './options.ts'

const rsc = '@plugins/cross-posting/rsc'

/** A page of cross-posting below `/admin/cross-posting`. */
const view = (component: string, path: '' | `/${string}`) => ({
  Component: `${rsc}#${component}`,
  path: `/cross-posting${path}` as const,
  exact: true,
  meta: { title: 'Đăng chéo' },
})

/** The screens of the boards, their entry in the navigation, the dashboard's block, and what stands beside documents. */
export const adminScreens = ({ collections }: CrossPostingOptions): ConfigStep =>
  compose(
    screens,
    ...collections.map(({ slug }) =>
      extendCollection(
        slug as CollectionSlug, // extendCollection throws on an unknown slug
        afterOwnPanels,
      ),
    ),
  )

/** What others show beside a document, such as where it stands with its board, comes first. */
const afterOwnPanels = (before: CollectionConfig): CollectionConfig => {
  const first = before.fields.findIndex((one) => one.type !== 'ui')
  return {
    ...before,
    fields: [...before.fields.slice(0, first), panel, ...before.fields.slice(first)],
  }
}

const panel: UIField = {
  name: 'exchange',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '@plugins/cross-posting/client#DocumentPanel' },
  },
}

const screens = addComponents({
  beforeDashboard: [`${rsc}#WaitingSummary`],
  beforeNavLinks: [`${rsc}#CrossPostingLink`],
  views: {
    crossPosting: view('ProposalList', ''),
    crossPostingConsents: view('ConsentList', '/consents'),
    crossPostingProposal: view('ProposalPage', '/proposals/:id'),
  },
})
