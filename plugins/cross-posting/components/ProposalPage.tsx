import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { queryOf } from '#kit/admin/query.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { PortalError } from '#kit/portalError.ts'
import { crossPosted, theOptions } from '../options.ts'
import { readProposal } from '../proposals/readProposal.ts'
import type { ProposalRead } from '../proposals/readProposal.ts'
import { ownSites, siteName } from '../screens/ownSites.ts'
import { CrossPostingPage } from './CrossPostingPage.tsx'
import { crossPostingWords } from './crossPostingWords.ts'
import { proposalWords } from './proposalWords.ts'
import { ProposalActs } from './ProposalActs.tsx'
import { ProposalFacts } from './ProposalFacts.tsx'
import { ProposalHistory } from './ProposalHistory.tsx'
import { ProposalText } from './ProposalText.tsx'

/** `/admin/cross-posting/proposals/:id`: who offers what and why, what it would change here, and what can be done. */
export const ProposalPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const id = segmentOf(view, 2)
  demandSignIn(req, `/admin/cross-posting/proposals/${id}`)
  const { language } = req.i18n
  const words = crossPostingWords(language)
  const said = proposalWords(language)
  const read = await readIfAllowed(req, id)
  if (!read) {
    return (
      <CrossPostingPage isBelow tab="" title={words.crossPosting} view={view}>
        <p>{said.proposalMissing}</p>
        <p>
          <a href="/admin/cross-posting">{said.back}</a>
        </p>
      </CrossPostingPage>
    )
  }
  const { proposal } = read
  const sites = await ownSites(req)
  const nameOf = (code: string) => siteName(sites.all, code, language)
  const [from, to] = [nameOf(proposal.originLog), nameOf(proposal.log)]
  const isReceiver = sites.read.includes(proposal.log)
  const isOpen = proposal.state === 'proposed' || proposal.state === 'under_review'
  const tab = !isReceiver ? '?tab=sent' : isOpen ? '' : '?tab=settled'
  const shown = { read, from, to, words, language }
  return (
    <CrossPostingPage isBelow tab={tab} title={proposal.title || words.untitled} view={view}>
      <p className="coloa-meta">
        <a data-key="g" href={`/admin/cross-posting${tab}`}>
          {said.back}
        </a>
        {proposal.isEmergency ? <strong className="coloa-late">{words.emergencyNow}</strong> : null}
        {proposal.kind === 'correct' ? <strong>{words.correction}</strong> : null}
        <a className="coloa-xp-jump" href="#acts">
          {said.toActs}
        </a>
      </p>
      <div className="coloa-columns">
        <div>
          <ProposalFacts {...shown} hops={proposal.hops.map(nameOf)} />
          <ProposalText
            against={queryOf(view.searchParams).get('against') === 'taken' ? 'taken' : 'shown'}
            isReceiver={isReceiver}
            read={read}
            req={req}
            to={to}
          />
        </div>
        <aside>
          <ProposalActs
            {...shown}
            isReceiver={isReceiver}
            said={said}
            sections={await sectionsFor(req, read)}
          />
          <ProposalHistory {...shown} events={read.events} />
        </aside>
      </div>
    </CrossPostingPage>
  )
}

/** The proposal; undefined when there is none or the person has nothing to do with it. */
const readIfAllowed = async (
  req: PayloadRequest,
  proposalId: string,
): Promise<ProposalRead | undefined> => {
  try {
    return await readProposal({ req, proposalId })
  } catch (error) {
    if (error instanceof PortalError && (error.status === 403 || error.status === 404)) return
    throw error
  }
}

const sectionsFor = async (req: PayloadRequest, { proposal, may }: ProposalRead) => {
  if (!may.takeIn || !crossPosted(proposal.collection)?.projection.category) return []
  const sections = (await theOptions().sections?.(req)) ?? []
  return sections.map(({ id, name }) => [String(id), name] as const)
}
