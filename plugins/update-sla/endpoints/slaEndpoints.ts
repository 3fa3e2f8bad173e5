import type { Endpoint } from 'payload'
import { alertEndpoints } from './alertEndpoints.ts'
import { calendarEndpoints } from './calendarEndpoints.ts'
import { clockEndpoints } from './clockEndpoints.ts'
import { exportEndpoints } from './exportEndpoints.ts'
import { noticeEndpoints } from './noticeEndpoints.ts'
import { obligationEndpoints } from './obligationEndpoints.ts'

/** What the screens of the clocks call. */
export const slaEndpoints: Endpoint[] = [
  ...alertEndpoints,
  ...calendarEndpoints,
  ...clockEndpoints,
  ...exportEndpoints,
  ...noticeEndpoints,
  ...obligationEndpoints,
]
