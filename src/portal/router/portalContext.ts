import type { Pool } from 'pg'
import type { ApiPart } from '#kit/openApi/apiPart.ts'
import type { PublicReader } from '#plugins/release-log/read.ts'
import type { Alarm } from '../page/Notices.tsx'
import type { PublicRecord } from '../record/publicRecord.ts'
import type { Locale, Place } from '../site/portalSite.ts'
import type { SiteDirectory } from '../site/siteDirectory.ts'
import type { SiteView } from '../site/siteView.ts'

/** What the portal's routes work with. */
export type PortalContext = {
  reader: PublicReader
  directory: SiteDirectory
  pool: Pool
  /** The address of the city without a trailing slash. */
  publicUrl: string
  /** Working days within which a question is answered, from the profile; null when it names none. */
  answerWorkingDays: () => number | null
  /** How sites kept their update windows; undefined where the deployment does not show it. */
  record: PublicRecord | undefined
  /** The feed of a site's articles; undefined where the deployment has none. */
  articleFeed: ((asked: { site: string; locale: Locale }) => Promise<string>) | undefined
  /** What `/api/docs` tells of; undefined where the deployment describes nothing. */
  apiParts: readonly ApiPart[] | undefined
  /** Milliseconds since the epoch. */
  now: () => number
  /** The released frame of a site. */
  showSite: (place: Place) => Promise<SiteView>
  /** Emergency bulletins in force there. */
  showAlarms: (place: Place) => Promise<readonly Alarm[]>
}

/**
 * What the router puts into `res.locals` before any route of the portal: `place` says site, language and rest of the
 * path. Routes mounted by the router see `req.url` without site and language, e.g. `/hoi-dap/gui`.
 */
export type PortalLocals = { place: Place }
