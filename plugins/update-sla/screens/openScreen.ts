import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import type { Calendars } from '../calendars/readCalendars.ts'
import { readCalendars } from '../calendars/readCalendars.ts'
import { slaWords } from '../components/slaWords.ts'
import type { SlaWords } from '../components/slaWords.ts'
import { readVersions } from '../obligations/readVersions.ts'
import type { Versions } from '../obligations/readVersions.ts'
import { poolOf } from './poolOf.ts'
import { readOwners } from './readOwners.ts'
import type { VisibleOwner } from './readOwners.ts'

/** What every screen of the clocks rests on. */
export type Screen = {
  req: PayloadRequest
  pool: Pool
  now: Date
  language: 'vi' | 'en'
  words: SlaWords
  calendars: Calendars
  versions: Versions
  /** Those the signed-in person may see, by owner. */
  owners: ReadonlyMap<string, VisibleOwner>
}

/** Reads it for the signed-in person. */
export const openScreen = async (req: PayloadRequest, now: Date): Promise<Screen> => {
  const pool = poolOf(req)
  const [calendars, versions, owners] = await Promise.all([
    readCalendars(pool),
    readVersions(pool),
    readOwners(req),
  ])
  const language = req.i18n.language === 'en' ? 'en' : 'vi'
  return {
    req,
    pool,
    now,
    language,
    words: slaWords(language),
    calendars,
    versions,
    owners: new Map(owners.map((one) => [one.owner, one])),
  }
}
