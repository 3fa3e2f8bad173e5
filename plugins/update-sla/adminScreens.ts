import type { CollectionSlug, UIField } from 'payload'
import { addComponents, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import type { ClockBadge, UpdateSlaOptions } from './options.ts'

const rsc = '@plugins/update-sla/rsc'

/** A page of the clocks below `/admin/sla`. */
const view = (component: string, path: `/${string}`) => ({
  Component: `${rsc}#${component}`,
  path,
  exact: true,
  meta: { title: 'Thời hạn' },
})

/** The screens of the clocks, their entry in the navigation, the dashboard's block, and the clocks beside documents. */
export const adminScreens = (options: Pick<UpdateSlaOptions, 'badges'>): ConfigStep =>
  compose(
    screens,
    ...(options.badges ?? []).map(({ collection, via }) =>
      extendCollection(collection as CollectionSlug, (before) => ({
        ...before,
        fields: [badgesOf(via), ...before.fields],
      })),
    ), // throws on an unknown slug
  )

const badgesOf = (via: ClockBadge['via']): UIField => ({
  name: 'clocks',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: { path: `${rsc}#ClockBadges`, serverProps: { via } } },
  },
})

const screens = addComponents({
  beforeDashboard: [`${rsc}#TodaySummary`],
  beforeNavLinks: [`${rsc}#SlaLink`],
  views: {
    slaToday: view('SlaToday', '/sla'),
    slaAlerts: view('SlaAlerts', '/sla/alerts'),
    slaCalendar: view('SlaCalendar', '/sla/calendar'),
    slaClocks: view('ClockList', '/sla/clocks'),
    slaClock: view('ClockPage', '/sla/clocks/:id'),
    slaLeague: view('League', '/sla/league'),
    slaSite: view('SiteYear', '/sla/sites/:code'),
    slaObligations: view('SlaObligations', '/sla/obligations'),
    slaObligation: view('SlaObligation', '/sla/obligations/:code'),
  },
})
