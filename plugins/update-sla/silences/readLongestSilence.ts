import type { Connection } from '../calendars/readCalendars.ts'

/** How many days a silence lasts at the longest, as the installation was told (`longestSilenceDays`). */
export const readLongestSilence = async (connection: Connection): Promise<number> => {
  const { rows } = await connection.query<{ days: number }>(
    'select longest_silence_days as days from sla.settings',
  )
  if (!rows[0]) throw new Error('update-sla: sla.settings has no row')
  return rows[0].days
}
