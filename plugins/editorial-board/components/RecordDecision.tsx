import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { ApprovalRecord } from '../desk/readRecord.ts'
import { wordsOf } from '../words.ts'
import { actorText } from './actorText.ts'
import { Facts } from './Facts.tsx'
import { recordWords } from './recordWords.ts'

/** The decision, whether it was taken back, and the releases that carried it out. */
export const RecordDecision = (props: { record: ApprovalRecord; language: string }) => {
  const { language } = props
  const { decision, revocation, releases } = props.record
  const words = recordWords(language)
  if (!decision) return null
  const kinds = {
    publish: words.kind_publish,
    update: words.kind_update,
    correct: words.kind_correct,
    withdraw: words.kind_withdraw,
  }
  const kind = Object.entries(kinds).find(([code]) => code === decision.kind)?.[1] ?? decision.kind
  return (
    <>
      <h2>{words.decision}</h2>
      <Facts
        facts={[
          [words.decision, kind],
          [words.decidedBy, actorText(decision, language)],
          [words.decidedAt, momentText(decision.at, language)],
          ...(decision.publishAt
            ? ([[words.publishAt, momentText(decision.publishAt, language)]] as const)
            : []),
          ...(decision.explanation ? ([[words.note, decision.explanation]] as const) : []),
          [words.decisionId, <code key="id">{decision.id}</code>],
          ...releases.map(
            (one) =>
              [
                words.release,
                fill(words.releasedAs, {
                  seq: one.seq,
                  log: one.log,
                  at: momentText(one.releasedAt, language),
                }),
              ] as const,
          ),
        ]}
      />
      {revocation ? (
        <p className="coloa-attention">
          {fill(words.revoked, {
            name: revocation.byName ?? wordsOf(language).somebody,
            at: momentText(revocation.at, language),
            reason: revocation.reason,
          })}
        </p>
      ) : null}
    </>
  )
}
