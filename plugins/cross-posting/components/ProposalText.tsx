import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { ComparedFields } from '#kit/admin/compare/ComparedFields.tsx'
import { compareBodies } from '#kit/admin/compare/compareBodies.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { ProposalRead } from '../proposals/readProposal.ts'
import { comparedText } from '../screens/comparedText.ts'
import { readTakenText } from '../screens/readTakenText.ts'
import { proposalWords } from './proposalWords.ts'

/** What the offered text is compared with: what the receiving site shows, or what its copy was taken from. */
export type Against = 'shown' | 'taken'

/** The offered text as a whole, or what differs where the receiving site has a copy of it. */
export const ProposalText = async (props: {
  req: PayloadRequest
  read: ProposalRead
  against: Against
  to: string
  isReceiver: boolean
}) => {
  const { req, read, to } = props
  const words = proposalWords(req.i18n.language)
  const { proposal, offered, shown } = read
  const { collection, copyDocId } = proposal
  const taken =
    shown !== null && proposal.isCopyAdapted && copyDocId !== null
      ? await readTakenText(await sqlOf(req), { collection, docId: copyDocId })
      : null
  const isTaken = props.against === 'taken' && taken !== null
  const before = isTaken ? taken : shown
  const parts = await compareBodies({
    req,
    collection,
    submitted: comparedText(collection, offered),
    live: before === null ? null : comparedText(collection, before),
  })
  const isSame =
    before !== null && parts.every((part) => part.fields.every((field) => !field.isChanged))
  const whole = props.isReceiver ? words.wholeItem : fill(words.wholeItemFor, { site: to })
  const changes = isTaken ? words.changesThere : fill(words.changesHere, { site: to })
  return (
    <>
      {taken === null ? null : (
        <nav aria-label={words.against} className="coloa-parts">
          <a aria-current={isTaken ? undefined : 'page'} href={`?`}>
            {words.againstHere}
          </a>
          <a aria-current={isTaken ? 'page' : undefined} href="?against=taken">
            {words.againstTaken}
          </a>
        </nav>
      )}
      <h2>{words.text}</h2>
      {isSame ? <p>{fill(words.sameAsHere, { site: to })}</p> : null}
      <ComparedFields
        intro={before === null ? whole : changes}
        isUpdate={before !== null}
        language={req.i18n.language}
        parts={parts}
        sides={
          isTaken
            ? { before: words.sideTaken, after: words.sideNow }
            : { before: words.sideShown, after: words.sideOffered }
        }
      />
    </>
  )
}
