import type { ReactElement } from 'react'
import { markWords } from '#domain/text/markWords.ts'

/** Text with the words of a search marked. */
export const Marked = (props: { text: string; q: string }): ReactElement => (
  <>
    {markWords(props.text, props.q).map((part, index) =>
      part.isFound ? <mark key={index}>{part.text}</mark> : part.text,
    )}
  </>
)
