import type { Obligation } from '#domain/sla/obligation.ts'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { SentAlert } from '../screens/readSiteDay.ts'
import { mutedText } from './mutedText.ts'
import { rungText } from './rungText.ts'
import { siteWords } from './siteWords.ts'

/** The alerts of one incident, in order. */
export const AlertLines = (props: {
  alerts: readonly SentAlert[]
  obligation: Obligation | undefined
  screen: Screen
}) => {
  const { words, language } = props.screen
  const siteTexts = siteWords(language)
  if (props.alerts.length === 0) return <p>{siteTexts.alertsNone}</p>
  return (
    <>
      <p>{siteTexts.alertsHead}:</p>
      <ul>
        {props.alerts.map(({ rung, firesAt, mutedBy }) => (
          <li key={`${rung}${firesAt.getTime()}`}>
            {momentText(firesAt.toISOString(), language)}:{' '}
            {rungText({ rung, obligation: props.obligation, words, language })}
            {mutedBy ? `, ${fill(words.historyMuted, { why: mutedText(mutedBy, words) })}` : ''}
          </li>
        ))}
      </ul>
    </>
  )
}
