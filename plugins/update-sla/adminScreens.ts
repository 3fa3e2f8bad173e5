import { addComponents } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'

const rsc = '@plugins/update-sla/rsc'

/** A page of the clocks below `/admin/sla`. */
const view = (component: string, path: `/${string}`) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title: 'Thời hạn' },
})

/** The screens of the clocks, their entry in the navigation, and the dashboard's block. */
export const adminScreens: ConfigStep = addComponents({
  beforeDashboard: [`${rsc}#TodaySummary`],
  beforeNavLinks: [`${rsc}#SlaLink`],
  views: {
    slaToday: view('SlaToday', '/sla'),
    slaCalendar: view('SlaCalendar', '/sla/calendar'),
  },
})
