import type { CollectionSlug, UIField } from 'payload'
import { addComponents, addEndpoints, compose, extendCollection } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { secondFactorEndpoints } from './secondFactorEndpoints.ts'

const rsc = '@kit/secondFactor/rsc'

/**
 * Accounts may have a second factor: a page to set it up, its place on the account's page, its endpoints.
 *
 * @param options.accounts slug of the collection of accounts
 */
export const secondFactor = (options: { accounts: string }) =>
  plugin(
    { slug: 'second-factor', order: 50 },
    compose(
      addEndpoints(...secondFactorEndpoints),
      addComponents({
        views: {
          secondFactor: {
            Component: `${rsc}#SecondFactorPage`,
            path: '/second-factor',
            exact: true,
            meta: { title: 'Xác thực hai lớp' },
          },
        },
      }),
      extendCollection(
        options.accounts as CollectionSlug, // extendCollection throws on an unknown slug
        (accounts) => ({ ...accounts, fields: [...accounts.fields, field] }),
      ),
    ),
  )

const field: UIField = {
  name: 'secondFactor',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: `${rsc}#SecondFactorField` } },
}
