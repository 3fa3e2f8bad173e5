import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { ProofDelivery, ProofInstruction } from '#domain/dispatch/proof/proofBundle.ts'
import { fill } from '#domain/text/fill.ts'
import { Folded } from '#kit/admin/Folded.tsx'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { poolOf } from '../poolOf.ts'
import { makeProof } from '../proof/makeProof.ts'
import { readNames } from '../proof/readNames.ts'
import type { ProofNames } from '../proof/readNames.ts'
import { mayProve, viewerOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'
import { proofWords } from './proofWords.ts'
import type { ProofWords } from './proofWords.ts'
import type { StormWords } from '../stormWords.ts'
import { findDispatch } from '../wall/findDispatch.ts'
import { capacityText, kindText, stateText } from '../wall/kindText.ts'
import { PrintPage } from './PrintPage.tsx'
import './storm.css'

/** `/admin/storm/<dispatch>/proof`: the proof of an emergency to be printed and filed. */
export const ProofPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const name = segmentOf(view, 1)
  demandSignIn(req, `/admin/storm/${name}/proof`)
  const words = stormWords(req.i18n.language)
  const said = proofWords(req.i18n.language)
  const dispatch = (await viewerOf(req)) ? await findDispatch(poolOf(req), name) : null
  const isAllowed = dispatch !== null && (await mayProve(req, dispatch))
  if (!isAllowed) {
    return (
      <AdminPage title={words.proof} view={view}>
        <p>{dispatch ? words.forbidden : words.missingDispatch}</p>
      </AdminPage>
    )
  }
  const proof = await makeProof({ req, chain: dispatch.chain, now: new Date() })
  const names = await readNames(poolOf(req), proof.bundle)
  const shared = { req, words, said, names }
  return (
    <AdminPage
      parent={{ label: words.dispatches, url: '/admin/dispatches' }}
      title={`${words.proof}: ${dispatch.title}`}
      view={view}
    >
      <p>{said.proofIntro}</p>
      <div className="coloa-buttons coloa-storm-acts coloa-no-print">
        <PrintPage />
        <a download href={`/api/dispatch/proofs/${dispatch.id}`}>
          {words.proofDownload}
        </a>
        <a href={`/admin/storm/${dispatch.id}`}>{said.backToWall}</a>
      </div>
      {proof.bundle.instructions.map((one) => (
        <Instruction key={one.id} one={one} {...shared} />
      ))}
      <h2>{words.proofDeliveries}</h2>
      <Deliveries deliveries={proof.bundle.deliveries} {...shared} />
      <p>
        {said.proofSigned}: <code>{proof.keyId}</code>
      </p>
    </AdminPage>
  )
}

/** So many devices are shown at once on a screen; on paper all are. */
const MOST_OPEN = 25

type Shared = { req: PayloadRequest; words: StormWords; said: ProofWords; names: ProofNames }

const Instruction = ({ one, req, words, said, names }: Shared & { one: ProofInstruction }) => {
  const at = (instant: string) => momentText(instant, req.i18n.language)
  const { title, text } = JSON.parse(one.snapshot) as { title: string; text: string }
  const { areas = [], groups = [] } = one.audience as { areas?: string[]; groups?: string[] }
  const { decidedBy, capacity, explanation, decisionId } = (one.decision ?? {}) as Record<
    string,
    string | null | undefined
  >
  return (
    <section className="coloa-shown">
      <h2>{fill(said.proofInstruction, { n: one.number, kind: kindText(one.kind, words) })}</h2>
      <p>
        {fill(words.issuedBy, { issuer: one.issuer, at: at(one.createdAt) })}
        {one.isOverride ? ` · ${words.overrideTag}` : ''}
      </p>
      <p>
        {said.proofText}: <strong>{title}</strong> {text}
      </p>
      <p>
        {said.proofAudience}:{' '}
        {[
          ...areas.map((code) => names.areas.get(code) ?? code),
          ...groups.map((code) => names.groups.get(code) ?? code),
        ].join(', ')}
      </p>
      {decisionId ? (
        <p>
          {said.proofDecision}: {decidedBy} ({capacityText(capacity ?? '', words)}) · {explanation}{' '}
          · <code>{decisionId}</code>
        </p>
      ) : null}
      <p>
        {said.proofHash}: <code>{one.sha256}</code>
      </p>
    </section>
  )
}

type Listed = Shared & { deliveries: readonly ProofDelivery[] }

const Deliveries = ({ deliveries, ...shared }: Listed) => {
  const more = deliveries.slice(MOST_OPEN)
  return (
    <>
      <DeliveryTable deliveries={deliveries.slice(0, MOST_OPEN)} {...shared} />
      {more.length > 0 ? (
        <Folded summary={fill(shared.said.proofMore, { n: more.length })}>
          <DeliveryTable deliveries={more} {...shared} />
        </Folded>
      ) : null}
    </>
  )
}

const DeliveryTable = ({ deliveries, req, words, said, names }: Listed) => (
  <table className="coloa-table coloa-compact">
    <thead>
      <tr>
        <th scope="col">{words.device}</th>
        <th scope="col">{words.state}</th>
        <th scope="col">{words.attempts}</th>
        <th scope="col">{words.received}</th>
        <th scope="col">{words.played}</th>
        <th scope="col">{words.proven}</th>
      </tr>
    </thead>
    <tbody>
      {deliveries.map((one) => (
        <tr key={String(one.id)}>
          <td data-label={words.device}>
            {names.devices.get(one.device) ?? one.device}
            <small>
              {names.areas.get(one.unit) ?? one.unit} · {one.device}
            </small>
          </td>
          <td className="coloa-own-line" data-label={words.state}>
            {stateText(one.state, words)}
            {one.receipts.some((receipt) => receipt.is_late) ? (
              <small>{said.proofLate}</small>
            ) : null}
            {one.receipts.some((receipt) => !receipt.report_id) ? (
              <small>{said.proofUnsigned}</small>
            ) : null}
          </td>
          <td className="coloa-number" data-label={words.attempts}>
            {one.attempts.length}
          </td>
          {(['received_at', 'played_at', 'proven_at'] as const).map((name) => (
            <td data-label={words[labels[name]]} key={name}>
              {timeIn(one, name, req.i18n.language)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const labels = { received_at: 'received', played_at: 'played', proven_at: 'proven' } as const

const timeIn = (one: ProofDelivery, name: string, language: string): string => {
  const value = one[name]
  if (typeof value !== 'string') return '–'
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(value))
}
