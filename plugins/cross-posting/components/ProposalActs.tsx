import { fill } from '#domain/text/fill.ts'
import type { Choice } from '#kit/admin/forms/choice.ts'
import type { ProposalRead } from '../proposals/readProposal.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'
import type { ProposalWords } from './proposalWords.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { ReattachForm } from './ReattachForm.tsx'
import { StateTag } from './StateTag.tsx'
import { TakeInForm } from './TakeInForm.tsx'

/** Where a proposal stands, and what the signed-in person may do with it now. */
export const ProposalActs = (props: {
  read: ProposalRead
  from: string
  to: string
  sections: readonly Choice[]
  /** Whether the person reads the receiving side. */
  isReceiver: boolean
  words: CrossPostingWords
  said: ProposalWords
}) => {
  const { read, from, to, words, said } = props
  const { proposal, may } = read
  const { id, title, collection, copyDocId: copy } = proposal
  const isUpdate = copy !== null
  // An update that nobody sent by hand has nobody to return it to.
  const mayReturn = may.return && (!may.dismiss || proposal.offeredBy !== null)
  const shared = { id, title: title || words.untitled }
  return (
    <section aria-labelledby="xu-ly" className="coloa-decision" id="acts">
      <h2 id="xu-ly">{said.acts}</h2>
      <p>
        <StateTag state={proposal.state} words={words} />
      </p>
      {proposal.answer ? (
        <p>
          {said.answer}: <q>{proposal.answer}</q>
        </p>
      ) : null}
      {may.takeIn ? (
        <TakeInForm
          {...shared}
          isUpdate={isUpdate}
          mode={proposal.mode}
          section={proposal.category === null ? undefined : String(proposal.category)}
          sections={isUpdate ? [] : props.sections}
          site={to}
        />
      ) : null}
      {may.reattach && copy !== null ? (
        <>
          <p className="coloa-attention">{fill(said.reattachWhy, { site: to })}</p>
          <ReattachForm collection={collection} docId={copy} site={to} />
          <p>
            <a href={`/admin/collections/${collection}/${copy}`}>{said.openOwn}</a>
          </p>
        </>
      ) : null}
      {may.dismiss ? <ReasonForm {...shared} act="dismiss" site={from} /> : null}
      {mayReturn ? <ReasonForm {...shared} act="return" site={from} /> : null}
      {may.withdraw ? <ReasonForm {...shared} act="withdraw" site={to} /> : null}
      {proposal.state === 'under_review' ? (
        <p>
          {fill(said.onDesk, { site: to })}{' '}
          {props.isReceiver && proposal.submissionId ? (
            <a href={`/admin/review/${proposal.submissionId}`}>{said.toDesk}</a>
          ) : null}
        </p>
      ) : null}
      {proposal.state !== 'proposed' && props.isReceiver && proposal.docId !== null ? (
        <p>
          <a href={`/admin/collections/${collection}/${proposal.docId}`}>
            {fill(said.openCopy, { site: to })}
          </a>
        </p>
      ) : null}
      {proposal.state === 'proposed' && !Object.values(may).some(Boolean) ? (
        <p>{said.noActs}</p>
      ) : null}
    </section>
  )
}
