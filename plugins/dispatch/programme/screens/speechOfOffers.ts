import type { ClientBase } from 'pg'
import { sqlOn } from '#kit/sqlOn.ts'
import type { Bulletin } from '../../bulletin.ts'
import { spokenOf } from '../../forms/content/spokenOf.ts'
import { wantedSpeech } from '../../forms/content/wantedForms.ts'
import { readMade } from '../../forms/store/madeForms.ts'

/** Where each bulletin's speech can be heard, in their order: the very file that goes out; null while it is not made. */
export const speechOfOffers = async (
  client: Pick<ClientBase, 'query'>,
  bulletins: readonly (Bulletin | null)[],
): Promise<(string | null)[]> => {
  const keys = bulletins.map((one) =>
    one ? wantedSpeech(spokenOf(one), one.language).key : undefined,
  )
  const wanted = keys.filter((key) => key !== undefined)
  const made = await readMade(sqlOn(client), wanted)
  return keys.map((key) => {
    const [file] = (key === undefined ? undefined : made.get(key)) ?? []
    return file ? `/api/dispatch/forms/made/${file.file}` : null
  })
}
