import { addComponents } from '#kit/compose.ts'

const rsc = '@plugins/dispatch/rsc'

const view = (component: string, path: `/${string}`) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title: 'Chương trình cơ sở' },
})

/** The screens of the communes' programmes, and the way to them. */
export const programmeScreens = addComponents({
  beforeDashboard: [`${rsc}#ProgrammeSummary`],
  beforeNavLinks: [`${rsc}#ProgrammeLink`],
  views: {
    communeInbox: view('CommuneInbox', '/commune-inbox'),
    daySchedule: view('DaySchedule', '/day-schedule'),
    timeFrames: view('TimeFrames', '/time-frames'),
    asRunLog: view('AsRunLog', '/as-run'),
  },
})
