import { localMoment } from '../screens/localMoment.ts'
import type { Screen } from '../screens/openScreen.ts'
import { ownersFor } from '../clocks/ownersFor.ts'
import { ActForm } from './ActForm.tsx'
import { clockWords } from './clockWords.ts'

/** Starts a clock by hand, for what no collection holds. */
export const EnterEvent = async ({ screen }: { screen: Screen }) => {
  const { words, language, req, now, owners, versions, calendars } = screen
  const clockTexts = clockWords(language)
  const entered = versions
    .on(calendars.all.dayOf(now))
    .filter((one) => 'trigger' in one && one.trigger === 'entry')
  const own = await ownersFor(req, 'act')
  const choices = [...owners.values()].filter(({ owner }) => own.has(owner))
  if (choices.length === 0 || entered.length === 0) return null
  return (
    <ActForm
      effect={clockTexts.actEnterEffect}
      fields={[
        {
          kind: 'choice',
          name: 'obligation',
          label: words.obligation,
          options: entered.map(({ code, label }) => [code, label[language]] as const),
        },
        {
          kind: 'choice',
          name: 'owner',
          label: words.owner,
          options: choices.map(({ owner, name }) => [owner, name] as const),
        },
        { kind: 'line', name: 'title', label: clockTexts.fieldTitle },
        { kind: 'moment', name: 'eventAt', label: clockTexts.fieldAt, ...localMoment(now) },
      ]}
      label={clockTexts.actEnter}
      path="/entries"
    />
  )
}
