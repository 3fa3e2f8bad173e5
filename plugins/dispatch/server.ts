/** Reports of devices, for the web server. */
export { reportRoute } from './reports/reportRoute.ts'
/** What dispatch shows to strangers, and to boards in browsers. */
export { dispatchRoutes } from './dispatchRoutes.ts'
/** Whether a file made of a bulletin is public, for who serves files. */
export { isOnAir } from './forms/store/isOnAir.ts'
