import { fill } from '#domain/text/fill.ts'
import type { Receivers } from '../content/readReceivers.ts'
import type { FormsWords } from '../formsWords.ts'

/** Who receives it, and in which forms: "12 cụm loa: văn bản, âm thanh". */
export const ReceiverLines = (props: { receivers: Receivers; words: FormsWords }) => {
  const { receivers, words } = props
  return (
    <>
      <h3>{words.receivers}</h3>
      {receivers.classes.length === 0 ? <p>{words.receiversNone}</p> : null}
      <ul>
        {receivers.classes.map(({ deviceClass, count, forms }) => (
          <li key={deviceClass}>
            <strong>{fill(nameOf(`class_${deviceClass}`, words), { n: count })}</strong>:{' '}
            {forms.map((form) => nameOf(`form_${form}`, words)).join(', ')}
          </li>
        ))}
      </ul>
    </>
  )
}

const nameOf = (key: string, words: FormsWords): string =>
  key in words ? words[key as keyof FormsWords] : key
