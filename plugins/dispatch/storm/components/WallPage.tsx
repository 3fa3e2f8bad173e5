import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { queryOf } from '#kit/admin/query.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { poolOf } from '../poolOf.ts'
import { issuingSitesOf, mayProve, mayPush, unitSeen, viewerOf } from '../rights.ts'
import { stormOptions } from '../stormOptions.ts'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import { chainOf, findDispatch } from '../wall/findDispatch.ts'
import type { WallDispatch } from '../wall/findDispatch.ts'
import { kindText } from '../wall/kindText.ts'
import { liveWall } from '../wall/liveWall.ts'
import { readFollowUp } from '../wall/readFollowUp.ts'
import type { FollowUp } from '../wall/readFollowUp.ts'
import { ChainList } from './ChainList.tsx'
import { LiveWall } from './LiveWall.tsx'
import { ReviewStanding } from './ReviewStanding.tsx'
import { WallDevices } from './WallDevices.tsx'
import { WaitForDispatch } from './WaitForDispatch.tsx'
import './storm.css'

/** `/admin/storm/<dispatch>` and `/admin/dispatches/<dispatch>`: how far a dispatch has come, live; what to do about it. */
export const WallPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const name = segmentOf(view, 1)
  demandSignIn(req, `/admin/storm/${name}`)
  const words = stormWords(req.i18n.language)
  const viewer = await viewerOf(req)
  const dispatch = viewer ? await findDispatch(poolOf(req), name) : null
  if (!viewer || !dispatch) {
    // A release of a moment ago becomes a dispatch as soon as a worker has seen it.
    const isComing = viewer !== null && name.includes('~')
    return (
      <AdminPage title={words.dispatches} view={view}>
        {isComing ? <WaitForDispatch name={name} /> : <p>{words.missingDispatch}</p>}
        <a href="/admin/dispatches">{words.backToList}</a>
      </AdminPage>
    )
  }
  const unit = unitSeen(viewer, dispatch.log)
  const { wall } = await liveWall(poolOf(req), {
    dispatchId: dispatch.id,
    unit,
    effectiveAt: new Date(dispatch.effectiveAt),
  })
  const sites = await issuingSitesOf(req)
  const isIssuer = sites.some(({ code }) => code === dispatch.log)
  const { id, effectiveAt, expiresAt, endedAt } = dispatch
  return (
    <AdminPage
      parent={{ label: words.dispatches, url: '/admin/dispatches' }}
      title={dispatch.title}
      view={view}
    >
      <WallMeta dispatch={dispatch} req={req} />
      <div className="coloa-wall">
        <LiveWall
          again={isIssuer && dispatch.priority === 'emergency' ? dispatch.bulletin : null}
          dispatch={{ id, effectiveAt, expiresAt, endedAt }}
          followUp={isIssuer ? await followUpOf(req, dispatch) : null}
          isPast={isPast(dispatch)}
          mayPush={await mayPush(req)}
          wall={wall}
        />
        {dispatch.priority === 'emergency' ? (
          <Emergency dispatch={dispatch} mayProve={await mayProve(req, dispatch)} req={req} />
        ) : null}
        <ChainList
          chain={await chainOf(poolOf(req), dispatch.chain)}
          current={dispatch.id}
          language={req.i18n.language}
        />
        <WallDevices
          dispatchId={dispatch.id}
          query={queryOf(view.searchParams)}
          req={req}
          unit={unit}
        />
      </div>
    </AdminPage>
  )
}

/** What has expired is not sent any more. */
const isPast = ({ expiresAt }: WallDispatch): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.now()

/** What the issuer may do next: with an emergency or an exercise whose last word this is. */
const followUpOf = async (
  req: PayloadRequest,
  { bulletin, priority, isLast, kind }: WallDispatch,
): Promise<FollowUp | null> =>
  bulletin !== null && priority === 'emergency' && isLast && kind !== 'cancel'
    ? readFollowUp(req, bulletin)
    : null

const WallMeta = ({ dispatch, req }: { dispatch: WallDispatch; req: PayloadRequest }) => {
  const { language } = req.i18n
  const words = stormWords(language)
  const said = wallWords(language)
  const { kind, issuer, createdAt, expiresAt } = dispatch
  return (
    <>
      <p className="coloa-meta">
        <a className="coloa-no-print" href="/admin/dispatches">
          {words.backToList}
        </a>
        <strong>{kindText(kind, words)}</strong>
        <span>{fill(words.issuedBy, { issuer, at: momentText(createdAt, language) })}</span>
        {expiresAt && !isPast(dispatch) && dispatch.endedAt === null ? (
          <span>{fill(words.expires, { at: momentText(expiresAt, language) })}</span>
        ) : null}
        {dispatch.isOverride ? <b className="coloa-tag">{words.overrideTag}</b> : null}
      </p>
      <p>{dispatch.text}</p>
      {dispatch.isLast ? null : <p className="coloa-attention">{said.newer}</p>}
    </>
  )
}

/** The second person, and the proof. */
const Emergency = async (props: {
  dispatch: WallDispatch
  req: PayloadRequest
  mayProve: boolean
}) => {
  const { dispatch, req } = props
  const words = stormWords(req.i18n.language)
  const said = wallWords(req.i18n.language)
  const { log, seq } = dispatch
  const options = stormOptions()
  const review = options && log && seq !== null ? await options.reviewOf(req, { log, seq }) : null
  return (
    <>
      {review ? (
        <ReviewStanding
          address={options?.reviewAddress ?? '/admin'}
          language={req.i18n.language}
          review={review}
        />
      ) : null}
      {props.mayProve ? (
        <section className="coloa-no-print">
          <h2>{words.proof}</h2>
          <p className="coloa-meta">
            <a download href={`/api/dispatch/proofs/${dispatch.id}`}>
              {words.proofDownload}
            </a>
            <a href={`/admin/storm/${dispatch.id}/proof`}>{said.proofPrint}</a>
          </p>
        </section>
      ) : null}
    </>
  )
}
