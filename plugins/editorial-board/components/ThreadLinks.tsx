import { fill } from '#domain/text/fill.ts'
import type { ShownThread } from '../threads/readThreads.ts'
import type { ThreadWords } from '../threads/words.ts'

/**
 * Open threads as links to where they stand.
 *
 * @param props.page the address of the review page; '' on that page itself
 */
export const ThreadLinks = (props: {
  threads: readonly ShownThread[]
  page: string
  words: ThreadWords
}) => {
  const { threads, words } = props
  const open = threads.filter((one) => one.isOpen)
  if (open.length === 0) return null
  return (
    <div className="coloa-attention coloa-thread-links">
      <strong>{fill(words.beforeDeciding, { n: open.length })}</strong>
      <ul>
        {open.map((one) => (
          <li key={one.id}>
            <a href={`${props.page}#thread-${one.id}`}>
              {one.fieldLabel}
              {one.locale === 'en' ? ` (${words.language_en})` : ''}:{' '}
              {shortened(one.comments.at(-1)?.body ?? '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const shortened = (text: string): string => {
  const letters = Array.from(text.replaceAll('\n', ' '))
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('')
}
