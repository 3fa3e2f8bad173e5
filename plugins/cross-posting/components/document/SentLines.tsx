'use client'
import { fill } from '#domain/text/fill.ts'
import type { DocumentExchange } from '../../screens/readDocument.ts'
import type { CrossPostingWords } from '../crossPostingWords.ts'
import { StateTag } from '../StateTag.tsx'

/** Sites shown before the rest is folded away. */
const FEW = 5

/** Where a document was sent and how it stands there; what came back stands first. */
export const SentLines = (props: { sent: DocumentExchange['sent']; words: CrossPostingWords }) => {
  const { sent, words } = props
  const rest = sent.slice(FEW)
  return (
    <div className="coloa-xp-sites">
      <h4>{words.sentTo}</h4>
      <Lines {...props} sent={sent.slice(0, FEW)} />
      {rest.length > 0 ? (
        <details>
          <summary>+ {fill(words.sentMany, { n: rest.length })}</summary>
          <Lines {...props} sent={rest} />
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
