export { SlaCalendar } from './components/calendar/SlaCalendar.tsx'
export { SlaLink } from './components/SlaLink.tsx'
export { SlaToday } from './components/SlaToday.tsx'
export { TodaySummary } from './components/TodaySummary.tsx'
