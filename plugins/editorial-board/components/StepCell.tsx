import { fill } from '#domain/text/fill.ts'
import type { WaitsFor } from '../desk/waitsFor.ts'
import { roleWords } from '../roleWords.ts'
import type { DeskWords } from './deskWords.ts'

/** Which step of its flow a submission waits at, and for whom. */
export const StepCell = (props: { waits: WaitsFor; words: DeskWords; language: string }) => {
  const { waits, words, language } = props
  const who =
    waits.people.length > 0
      ? waits.people.map((one) => `${one.name} (${roleWords(one.role, language)})`)
      : waits.roles.map((role) => roleWords(role, language))
  const or = language === 'en' ? ' or ' : ' hoặc '
  const notes = [
    ...(waits.steps > 1 ? [fill(words.stepOf, { step: waits.step, steps: waits.steps })] : []),
    fill(words.waitsFor, { who: who.join(or) }),
    ...(waits.quorum > 1 ? [fill(words.voices, { given: waits.given, quorum: waits.quorum })] : []),
  ]
  return (
    <>
      {waits.label ? (language === 'en' ? waits.label.en : waits.label.vi) : null}
      <small>{notes.join(' · ')}</small>
    </>
  )
}
