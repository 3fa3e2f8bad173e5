import type { AdminViewServerProps } from 'payload'
import { QrPicture } from '#kit/admin/QrPicture.tsx'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readRecord } from '../desk/readRecord.ts'
import { wordsOf } from '../words.ts'
import { Facts } from './Facts.tsx'
import { itemWords } from './itemWords.ts'
import { kindLabel } from './kindLabel.ts'
import { PrintButton } from './PrintButton.tsx'
import { RecordBallots } from './RecordBallots.tsx'
import { RecordDecision } from './RecordDecision.tsx'
import { RecordLedger } from './RecordLedger.tsx'
import { recordWords } from './recordWords.ts'
import { whyLapsed } from './whyLapsed.ts'

/** `/admin/review/<submission>/record`: what proves the board's decision, made to be printed. */
export const ApprovalRecord = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const segments = view.params?.segments
  const id = String(Array.isArray(segments) ? segments[1] : '')
  demandSignIn(req, `/admin/review/${id}/record`)
  const { language } = req.i18n
  const words = wordsOf(language)
  const said = recordWords(language)
  const record = /^[0-9a-f-]{36}$/.test(id) ? await readRecord(req, id) : null
  if (!record) {
    return (
      <AdminPage title={said.title} view={view}>
        <p>{said.missing}</p>
        <p>
          <a href="/admin/review">{words.back}</a>
        </p>
      </AdminPage>
    )
  }
  const { review } = record
  const isPublic = record.releases.length > 0
  return (
    <AdminPage title={said.title} view={view}>
      <div className="coloa-record">
        <div className="coloa-unprinted coloa-buttons">
          <a href={`/admin/review/${id}`}>{said.backToItem}</a>
          <PrintButton label={said.print} />
          <small>{said.printHint}</small>
        </div>
        {record.decision ? null : <p className="coloa-attention">{said.notDecided}</p>}
        <Facts
          facts={[
            [said.item, review.title || words.untitled],
            [said.kind, kindLabel(req, review.collection)],
            [said.board, record.board.name],
            [
              said.submitted,
              `${review.submittedByName ?? words.somebody}, ${momentText(review.submittedAt, language)}`,
            ],
            [said.contributors, record.contributors.join(', ')],
            [said.state, outcomeOf(review.state, review.reasonCode, language)],
            [said.submission, <code key="id">{review.submissionId}</code>],
            [said.hash, <code key="hash">{record.sha256}</code>],
          ]}
        />
        <h2>{said.ballots}</h2>
        <RecordBallots language={language} record={record} />
        <RecordDecision language={language} record={record} />
        <h2>{said.ledger}</h2>
        <RecordLedger language={language} record={record} />
        {record.verifierUrl && record.decision ? (
          <section className="coloa-verify">
            <div>
              <h2>{said.verify}</h2>
              <p>{isPublic ? said.verifyHint : said.verifyLater}</p>
              <p>
                <a href={record.verifierUrl}>{record.verifierUrl}</a>
              </p>
            </div>
            <QrPicture className="coloa-qr" label={said.qr} text={record.verifierUrl} />
          </section>
        ) : null}
        <p>
          <small>
            {fill(said.printed, {
              at: momentText(new Date().toISOString(), language),
              name: record.readerName ?? words.somebody,
            })}
          </small>
        </p>
      </div>
    </AdminPage>
  )
}

const outcomeOf = (
  state: keyof typeof outcomes,
  reasonCode: string | null,
  language: string,
): string => {
  const said = itemWords(language)
  if (state === 'lapsed') return fill(said.state_lapsed, { why: whyLapsed(reasonCode, language) })
  const words = wordsOf(language)
  return outcomes[state](said, words)
}

type Said = ReturnType<typeof itemWords>
type Words = ReturnType<typeof wordsOf>

const outcomes = {
  submitted: (_said: Said, words: Words) => words.stateWaiting,
  decided: (_said: Said, words: Words) => words.verb_decide,
  approved: (said: Said) => said.state_approved,
  lapsed: (_said: Said, words: Words) => words.verb_lapse,
  returned: (said: Said) => said.state_returned,
  refused: (said: Said) => said.state_refused,
  recalled: (said: Said) => said.state_recalled,
  superseded: (said: Said) => said.state_superseded,
}
