/** The feeds of cross-posting, for the web server. */
export { createFeeds } from './feed/createFeeds.ts'
