import { notFound } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { readHistory } from '../../obligations/readHistory.ts'
import { canRun, seesClocks } from '../../rights.ts'
import { SlaPage } from '../SlaPage.tsx'
import { slaWords } from '../slaWords.ts'
import { HistoryTable } from './HistoryTable.tsx'
import { Ladder } from './Ladder.tsx'
import { obligationWords } from './obligationWords.ts'
import type { ObligationWords } from './obligationWords.ts'
import { ownerNames } from './ownerNames.ts'
import { owesText } from './owesText.ts'
import { personNames } from './personNames.ts'
import { RevisionForm } from './RevisionForm.tsx'
import { standingOf } from './standing.ts'
import type { Standing } from './standing.ts'
import { termsText } from './termsText.ts'
import { todayOf } from './todayOf.ts'
import { dayText, validityText } from './validityText.ts'
import './obligations.css'

/** `/admin/sla/obligations/:code`: one obligation, its versions, and a new one. */
export const SlaObligation = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const code = codeOf(view)
  demandSignIn(req, `/admin/sla/obligations/${code}`)
  const { language } = req.i18n
  const words = obligationWords(language)
  if (!(await seesClocks(req))) {
    return (
      <SlaPage tab="/obligations" title={words.title} view={view}>
        <p>{slaWords(language).notAllowed}</p>
      </SlaPage>
    )
  }
  const history = await readHistory(req, code)
  const now = new Date()
  const [standing] = standingOf(history, todayOf(now))
  if (!standing) notFound()
  const { label } = standing.latest.definition
  const people = await personNames(
    req,
    history.flatMap(({ enteredBy }) => enteredBy ?? []),
  )
  return (
    <SlaPage tab="/obligations" title={language === 'en' ? label.en : label.vi} view={view}>
      <p>
        <a href="/admin/sla/obligations">{words.back}</a>
      </p>
      <Present req={req} standing={standing} words={words} />
      {canRun(req) ? (
        <RevisionForm
          definition={standing.latest.definition}
          earliest={todayOf(now, 1)}
          key={standing.latest.version}
          version={standing.latest.version}
        />
      ) : null}
      <HistoryTable history={history} language={language} people={people} words={words} />
    </SlaPage>
  )
}

const Present = async (props: {
  req: PayloadRequest
  standing: Standing
  words: ObligationWords
}) => {
  const { standing, words } = props
  const { inForce, planned, latest } = standing
  const shown = inForce ?? latest
  const one = shown.definition
  const { language } = props.req.i18n
  return (
    <section aria-labelledby="present" className="coloa-part">
      <h2 id="present">{inForce ? words.now : words.notInForce}</h2>
      <dl className="coloa-owed">
        <dt>{words.columnTerms}</dt>
        <dd>
          {termsText(one, words)}
          {one.reading ? (
            <small>
              <em>{language === 'en' ? one.reading.en : one.reading.vi}</em>
            </small>
          ) : null}
        </dd>
        <dt>{words.columnWho}</dt>
        <dd>{owesText(one, words, await ownerNames(props.req))}</dd>
        <dt>{words.columnLadder}</dt>
        <dd>
          <Ladder obligation={one} words={words} />
        </dd>
        <dt>{words.mode}</dt>
        <dd>
          {one.mode === 'digest' ? words.digest : words.immediate}
          <small>{one.quietHours ? fill(words.quiet, one.quietHours) : words.noQuiet}</small>
        </dd>
        <dt>{words.columnSince}</dt>
        <dd>
          {validityText(shown, words)}
          {planned ? (
            <small>
              {fill(words.planned, { from: dayText(planned.validFrom), n: planned.version })}
            </small>
          ) : null}
          <small>{fill(words.clause, { clause: citation(one.clause, language) })}</small>
        </dd>
      </dl>
    </section>
  )
}

/** Payload gives a custom view the parts of its address. */
const codeOf = (view: AdminViewServerProps): string => {
  const segments = view.params?.segments
  return (Array.isArray(segments) ? segments.at(-1) : segments) ?? ''
}
