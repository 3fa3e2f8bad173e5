import { addComponents, addEndpoints, compose } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { dispatchEndpoints } from './endpoints/dispatchEndpoints.ts'
import { keepOptions } from './options.ts'
import type { DispatchOptions } from './options.ts'

export type { DispatchOptions } from './options.ts'

const rsc = '@plugins/dispatch/rsc'

/** Released bulletins to radio stations, loudspeakers and boards, and what became of each. */
export const dispatch = (options: DispatchOptions = {}) => {
  keepOptions(options)
  return plugin(
    { slug: 'dispatch', order: 40 },
    compose(
      addEndpoints(...dispatchEndpoints),
      addComponents({
        beforeNavLinks: [`${rsc}#DispatchLink`],
        views: {
          dispatches: {
            Component: `${rsc}#DispatchList`,
            path: '/dispatches',
            exact: true,
            meta: { title: 'Truyền phát' },
          },
          dispatch: {
            Component: `${rsc}#DispatchItem`,
            path: '/dispatches/:dispatch',
            exact: true,
            meta: { title: 'Truyền phát' },
          },
        },
      }),
    ),
  )
}
