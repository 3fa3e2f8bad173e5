import { addComponents } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'

const rsc = '@plugins/dispatch/rsc'

/** The statistics and their entry in the navigation. */
export const statisticsScreens: ConfigStep = addComponents({
  beforeNavLinks: [`${rsc}#StatisticsLink`],
  views: {
    grassrootsStatistics: {
      Component: `${rsc}#Statistics`,
      path: '/grassroots-statistics',
      exact: true,
      meta: { title: 'Thống kê thông tin cơ sở' },
    },
  },
})
