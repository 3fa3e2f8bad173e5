import { getHTMLDiffComponents } from '@payloadcms/ui/rsc'
import type { ComparedField, DeskItem } from '../desk/readDeskItem.ts'
import { fill } from '#domain/text/fill.ts'
import type { Words } from '../words.ts'

/** The submitted document, language by language; beside what the public reads now where that differs. */
export const ComparedFields = ({ item, words }: { item: DeskItem; words: Words }) => {
  const isUpdate = item.releasedAt !== null
  const locales = Object.entries(item.fields)
  const before = item.isWithdrawn ? words.afterWithdrawal : words.firstTime
  return (
    <>
      <p>{isUpdate ? words.changes : before}</p>
      {locales.map(([locale, fields]) => (
        <section className="coloa-document" key={locale} lang={locale}>
          {locales.length > 1 ? <h2>{localeName(locale, words)}</h2> : null}
          {isUpdate ? (
            <Changes fields={fields} words={words} />
          ) : (
            fields.map((field) => <Plain field={field} key={field.name} />)
          )}
        </section>
      ))}
    </>
  )
}

const localeName = (locale: string, words: Words) =>
  locale === 'vi' ? words.language_vi : locale === 'en' ? words.language_en : locale

const Changes = ({ fields, words }: { fields: readonly ComparedField[]; words: Words }) => {
  const same = fields.filter((field) => !field.isChanged)
  return (
    <>
      {fields
        .filter((field) => field.isChanged)
        .map((field) => (
          <Change field={field} key={field.name} words={words} />
        ))}
      {same.length > 0 ? (
        <details>
          <summary>{fill(words.unchanged, { n: same.length })}</summary>
          {same.map((field) => (
            <Plain field={field} key={field.name} />
          ))}
        </details>
      ) : null}
    </>
  )
}

const Change = ({ field, words }: { field: ComparedField; words: Words }) => {
  const { From, To } = getHTMLDiffComponents({ fromHTML: field.before, toHTML: field.html })
  return (
    <div className="coloa-shown">
      <h3>{field.label}</h3>
      <div className="coloa-change">
        <div>
          <small>{words.before}</small>
          {From}
        </div>
        <div>
          <small>{words.after}</small>
          {To}
        </div>
      </div>
    </div>
  )
}

/** The HTML is made by shownFields(), which escapes every text of the document. */
const Plain = ({ field }: { field: ComparedField }) => (
  <div className="coloa-shown">
    <h3>{field.label}</h3>
    <div className="coloa-value" dangerouslySetInnerHTML={{ __html: field.html }} />
  </div>
)
