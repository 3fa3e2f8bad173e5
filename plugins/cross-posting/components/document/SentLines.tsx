'use client'
import { fill } from '#domain/text/fill.ts'
import type { DocumentExchange } from '../../screens/readDocument.ts'
import type { CrossPostingWords } from '../crossPostingWords.ts'
import type { DocumentWords } from './documentWords.ts'
import { StateTag } from '../StateTag.tsx'

/** Sites shown before the rest is folded away. */
const FEW = 5

/** Where a document was sent and how it stands there; what came back stands first. */
export const SentLines = (props: {
  sent: DocumentExchange['sent']
  words: CrossPostingWords
  said: DocumentWords
}) => {
  const { sent, words, said } = props
  const rest = sent.slice(FEW)
  return (
    <div className="coloa-xp-sites">
      <h4>{said.sentTo}</h4>
      <Lines sent={sent.slice(0, FEW)} words={words} />
      {rest.length > 0 ? (
        <details>
          <summary>+ {fill(said.sentMany, { n: rest.length })}</summary>
          <Lines sent={rest} words={words} />
        </details>
      ) : null}
    </div>
  )
}

const Lines = ({ sent, words }: { sent: DocumentExchange['sent']; words: CrossPostingWords }) => (
  <ul>
    {sent.map((one) => (
      <li key={one.id}>
        <a href={`/admin/cross-posting/proposals/${one.id}`}>{one.name}</a>
        <StateTag state={one.state} words={words} />
        {one.answer ? <q>{one.answer}</q> : null}
      </li>
    ))}
  </ul>
)
