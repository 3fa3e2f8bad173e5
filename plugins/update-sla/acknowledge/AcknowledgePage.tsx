import { fill } from '#domain/text/fill.ts'
import { dueMoment, moment, nameOf, standingOf } from '../alerts/alertText.ts'
import { alertWords } from '../alerts/alertWords.ts'
import { acknowledgeWords } from './acknowledgeWords.ts'
import type { AcknowledgeWords } from './acknowledgeWords.ts'
import { styles } from './styles.ts'
import type { ThreadRow } from './readThread.ts'

/**
 * The page a link in a mail opens: what it is about, and one button. Without rows: the link does not work.
 */
export const AcknowledgePage = (props: { language: 'vi' | 'en'; rows: readonly ThreadRow[] }) => {
  const { language, rows } = props
  const words = acknowledgeWords(language)
  const open = rows.filter((one) => one.rung !== 'recovered' && !one.acknowledgedAt)
  const isTaken = rows.some((one) => one.acknowledgedAt)
  const title =
    rows.length === 0 ? words.badTitle : open.length === 0 && isTaken ? words.done : words.title
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {rows.length === 0 ? <p>{words.bad}</p> : <Said {...{ language, open, rows, words }} />}
          <p>
            <a href="/admin/sla">{words.open}</a>
          </p>
        </main>
      </body>
    </html>
  )
}

const Said = (props: {
  language: 'vi' | 'en'
  rows: readonly ThreadRow[]
  open: readonly ThreadRow[]
  words: AcknowledgeWords
}) => {
  const { open, rows, words } = props
  return (
    <>
      {open.length > 0 ? (
        <form method="post">
          <p>{words.lead}</p>
          <button type="submit">{words.button}</button>
        </form>
      ) : (
        <p role="status">{rows.some((one) => one.acknowledgedAt) ? words.doneText : words.over}</p>
      )}
      <Matters {...props} />
    </>
  )
}

const Matters = (props: {
  language: 'vi' | 'en'
  rows: readonly ThreadRow[]
  words: AcknowledgeWords
}) => {
  const { language, words } = props
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.standing}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((one) => (
          <tr key={one.incident}>
            <th scope="row">{nameOf(one, language)}</th>
            <td data-label={words.what}>{one.title || one.definition.label[language]}</td>
            <td data-label={words.due}>{dueMoment(one.dueAt, language)}</td>
            <td data-label={words.standing}>
              {alertWords(language)[standingOf(one)]}
              {one.acknowledgedAt ? (
                <small>
                  {fill(words.by, {
                    by: one.acknowledgedBy ?? '',
                    at: moment(one.acknowledgedAt),
                  })}
                </small>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
