/** Reports of devices, for the web server. */
export { reportRoute } from './reports/reportRoute.ts'
/** What dispatch shows to strangers, and to boards in browsers. */
export { dispatchRoutes } from './dispatchRoutes.ts'
