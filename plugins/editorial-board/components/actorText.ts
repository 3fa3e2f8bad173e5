import { fill } from '#domain/text/fill.ts'
import type { RecordMandate } from '../desk/readRecord.ts'
import { roleWords } from '../roleWords.ts'
import { wordsOf } from '../words.ts'
import { recordWords } from './recordWords.ts'

/** Somebody with the capacity she acted in; with the mandate when she acted for the head. */
export const actorText = (
  act: { byName: string | null; role: string; mandate: RecordMandate | null },
  language: string,
): string => {
  const name = act.byName ?? wordsOf(language).somebody
  if (!act.mandate) return `${name} (${roleWords(act.role, language)})`
  return fill(recordWords(language).acting, {
    name,
    head: act.mandate.forName ?? '',
    document: act.mandate.document,
    from: dayText(act.mandate.startsOn),
    to: dayText(act.mandate.endsOn),
  })
}

const dayText = (day: string): string => day.split('-').reverse().join('/')
