import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import type { ComparedField, ComparedPart } from './compareBodies.ts'
import { diffLabelsOf } from './diffLabels.ts'
import type { DiffLabels } from './diffLabels.ts'
import { BlockView } from './BlockView.tsx'
import { DiffRows } from './DiffRows.tsx'

type Texts = {
  labels: DiffLabels
  /** What the two sides of a change are called. */
  sides: { before: string; after: string }
  /** What stands below a field, such as its threads; undefined for none. */
  below?: (field: ComparedField) => ReactNode
  /** A field that is not folded away although it did not change. */
  isKept?: (field: ComparedField) => boolean
}

/** A document, part by part; beside what was before where there was something. */
export const ComparedFields = ({
  parts,
  isUpdate,
  intro,
  language,
  ...given
}: {
  parts: readonly ComparedPart[]
  /** Whether there is something to compare with. */
  isUpdate: boolean
  intro: string
  language: string
} & Omit<Texts, 'labels'>) => {
  const texts = { ...given, labels: diffLabelsOf(language) }
  return (
    <>
      <p>{intro}</p>
      {isUpdate ? <Legend labels={texts.labels} /> : null}
      {parts.length > 1 ? <PartLinks isUpdate={isUpdate} parts={parts} {...texts} /> : null}
      {parts.map((part) => (
        <section
          className="coloa-document"
          id={anchorOf(part)}
          key={anchorOf(part)}
          lang={part.locale ?? undefined}
        >
          {parts.length > 1 ? <h2>{nameOf(part, texts)}</h2> : null}
          <Part isUpdate={isUpdate} part={part} {...texts} />
        </section>
      ))}
    </>
  )
}

const Part = ({ part, isUpdate, ...texts }: { part: ComparedPart; isUpdate: boolean } & Texts) => {
  const { labels } = texts
  if (part.fate === 'gone') {
    return (
      <>
        <p className="coloa-attention">
          {fill(labels.localeGone, { language: nameOf(part, texts) })}
        </p>
        <details>
          <summary>{labels.localeGoneOpen}</summary>
          <Plain fields={part.fields} {...texts} />
        </details>
      </>
    )
  }
  if (!isUpdate) return <Plain fields={part.fields} {...texts} />
  if (part.fate === 'first') {
    return (
      <>
        <p>{labels.localeFirst}</p>
        <Plain fields={part.fields} {...texts} />
      </>
    )
  }
  const changed = part.fields.filter((field) => field.isChanged)
  const isKept = (field: ComparedField) => texts.isKept?.(field) === true
  const kept = part.fields.filter((field) => !field.isChanged && isKept(field))
  const same = part.fields.filter((field) => !field.isChanged && !isKept(field))
  return (
    <>
      {changed.map((field) => (
        <Change field={field} key={field.path} {...texts} />
      ))}
      <Plain fields={kept} {...texts} />
      {same.length > 0 ? (
        <details>
          <summary>{fill(labels.unchangedFields, { n: same.length })}</summary>
          <Plain fields={same} {...texts} />
        </details>
      ) : null}
    </>
  )
}

const Change = ({ field, sides, labels, below }: { field: ComparedField } & Texts) => (
  <div className="coloa-shown">
    <h3>{field.label}</h3>
    <div className="coloa-diff">
      <small className="coloa-diff-head">{sides.before}</small>
      <small className="coloa-diff-head">{sides.after}</small>
      <DiffRows labels={labels} rows={field.rows} />
    </div>
    {field.isUnseen ? <p className="coloa-attention">{labels.unseenChange}</p> : null}
    {below?.(field)}
  </div>
)

const Plain = ({ fields, labels, below }: { fields: readonly ComparedField[] } & Texts) =>
  fields.map((field) => (
    <div className="coloa-shown" key={field.path}>
      <h3>{field.label}</h3>
      <div className="coloa-value">
        {field.blocks.map((one, index) => (
          <BlockView block={one} key={`${index}${one.key}`} labels={labels} />
        ))}
      </div>
      {below?.(field)}
    </div>
  ))

const Legend = ({ labels }: { labels: DiffLabels }) => (
  <p className="coloa-legend">
    {labels.legend} <del>{labels.legendRemoved}</del> <ins>{labels.legendAdded}</ins>
  </p>
)

const PartLinks = ({
  parts,
  isUpdate,
  ...texts
}: { parts: readonly ComparedPart[]; isUpdate: boolean } & Texts) => (
  <nav aria-label={texts.labels.jump} className="coloa-parts">
    {parts.map((part) => {
      const n = part.fields.filter((field) => field.isChanged).length
      const { changedCount, noChange } = texts.labels
      return (
        <a href={`#${anchorOf(part)}`} key={anchorOf(part)}>
          {nameOf(part, texts)}
          {isUpdate ? <small>{n > 0 ? fill(changedCount, { n }) : noChange}</small> : null}
        </a>
      )
    })}
  </nav>
)

const anchorOf = (part: ComparedPart) => `part-${part.locale ?? 'shared'}`

const nameOf = ({ locale }: ComparedPart, { labels }: Texts): string => {
  if (locale === null) return labels.shared
  return locale === 'vi' ? labels.vietnamese : locale === 'en' ? labels.english : locale
}
