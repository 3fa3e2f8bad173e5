'use client'
import { useTranslation } from '@payloadcms/ui'
import { ledPages } from '#domain/dispatch/storm/ledPages.ts'
import { fill } from '#domain/text/fill.ts'
import { formsWordsOf } from '../../forms/formsWords.ts'
import type { PanelInput } from '../../forms/panel/input.ts'
import type { Reached } from '../issue/readReach.ts'
import { stormWords } from '../stormWords.ts'
import { useBoards } from './useBoards.ts'

const PAGES_SHOWN = 4

/** The text as boards of the area show it, dot by dot; in plain pages until they are drawn or where there are none. */
export const StormBoards = (props: { input: PanelInput; screens: Reached['screens'] }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const formsWords = formsWordsOf(i18n.language)
  const { input } = props
  const boards = useBoards(input, props.screens)
  if (boards.length === 0) return <PlainPages text={`${input.title}\n${input.text}`} />
  return boards.map(({ width, height, count, pages }) => (
    <figure className="coloa-storm-board" key={`${width}x${height}`}>
      <figcaption>{fill(formsWords.boardCount, { width, height, n: count })}</figcaption>
      {pages.slice(0, PAGES_SHOWN).map((page, at) => (
        <img
          alt={fill(formsWords.screen, { n: at + 1, total: pages.length, title: input.title })}
          height={height}
          key={page}
          src={page}
          width={width}
        />
      ))}
      {pages.length > PAGES_SHOWN ? (
        <small>{fill(words.pagesMore, { n: pages.length - PAGES_SHOWN })}</small>
      ) : null}
    </figure>
  ))
}

const PlainPages = ({ text }: { text: string }) => (
  <ol className="coloa-led">
    {ledPages(text)
      .slice(0, PAGES_SHOWN)
      .map((lines, index) => (
        <li key={`${index}${lines.join()}`}>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </li>
      ))}
  </ol>
)
