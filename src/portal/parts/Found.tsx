import type { ReactElement } from 'react'
import { excerptAround } from '#domain/text/markWords.ts'
import { excerptMarks } from '#plugins/release-log/read.ts'
import type { FoundItems } from '#plugins/release-log/read.ts'
import { wordsOfRichText } from '../richText/wordsOfRichText.ts'
import type { Ask } from '../router/ask.ts'
import { addressOf } from '../site/addressOf.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Day } from './Day.tsx'
import { Marked } from './Marked.tsx'

type FoundItem = FoundItems['items'][number]

/** One thing a search found, its words marked. */
export const Found = (props: { ask: Ask; item: FoundItem; q: string }): ReactElement => {
  const { ask, item, q } = props
  const words = wordsOf(ask.site.locale)
  const from = item.log === ask.place.site.code ? undefined : ask.context.directory.byCode(item.log)
  const number = typeof item.body.number === 'string' ? `${item.body.number} – ` : ''
  return (
    <li>
      <h2>
        <a href={addressOf(ask, item)}>
          <Marked text={number + item.title} q={q} />
        </a>
      </h2>
      <p>
        <Marked text={excerptOf(item, q)} q={q} />
      </p>
      <p className="meta">
        <span>{words.collections[item.collection]}</span>
        <Day at={item.sortAt} />
        {from ? <span>{from.names[ask.site.locale] ?? from.names.vi}</span> : null}
      </p>
    </li>
  )
}

/** The database marks words typed with their marks; for others the place is looked for here. */
const excerptOf = (item: FoundItem, q: string): string => {
  const { open, close } = excerptMarks
  if (item.excerpt.includes(open)) {
    return item.excerpt.replaceAll(open, '').replaceAll(close, '')
  }
  return excerptAround(`${item.lead ?? ''} ${wordsOfRichText(item.body.body)}`, q)
}
