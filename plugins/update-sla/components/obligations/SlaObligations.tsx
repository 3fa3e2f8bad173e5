import type { AdminViewServerProps } from 'payload'
import type { Obligation } from '#domain/sla/obligation.ts'
import { shortCitation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { theOptions } from '../../options.ts'
import { readHistory } from '../../obligations/readHistory.ts'
import { seesClocks } from '../../rights.ts'
import { SlaPage } from '../SlaPage.tsx'
import { slaWords } from '../slaWords.ts'
import { Ladder } from './Ladder.tsx'
import { rungText } from './ladderText.ts'
import { obligationWords } from './obligationWords.ts'
import type { ObligationWords } from './obligationWords.ts'
import { ownerNames } from './ownerNames.ts'
import { owesText } from './owesText.ts'
import { standingOf } from './standing.ts'
import type { Standing } from './standing.ts'
import { termsText } from './termsText.ts'
import { todayOf } from './todayOf.ts'
import { dayText, validityText } from './validityText.ts'
import './obligations.css'

const kinds = [
  ['window', 'kindWindow'],
  ['deadline', 'kindDeadline'],
  ['review', 'kindReview'],
  ['quota', 'kindQuota'],
  ['report', 'kindReport'],
] as const

/** `/admin/sla/obligations`: everything owed by a time, by kind, with its clause, its terms and its ladder in words. */
export const SlaObligations = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla/obligations')
  const { language } = req.i18n
  const words = obligationWords(language)
  if (!(await seesClocks(req))) {
    return (
      <SlaPage tab="/obligations" title={words.title} view={view}>
        <p>{slaWords(language).notAllowed}</p>
      </SlaPage>
    )
  }
  const standings = standingOf(await readHistory(req), todayOf(new Date()))
  const names = await ownerNames(req)
  return (
    <SlaPage tab="/obligations" title={words.title} view={view}>
      <p>{standings.length === 0 ? words.none : words.intro}</p>
      {standings.length > 0 ? <p>{words.introReadings}</p> : null}
      {kinds.map(([kind, word]) => {
        const shown = standings.filter(({ latest }) => latest.definition.kind === kind)
        return shown.length === 0 ? null : (
          <section aria-labelledby={`kind-${kind}`} className="coloa-part" key={kind}>
            <h2 id={`kind-${kind}`}>{words[word]}</h2>
            <p>{fill(words.count, { n: shown.length })}</p>
            <Obligations
              language={language}
              names={names}
              shown={shown.toSorted((a, b) => placeOf(a.code) - placeOf(b.code) || 0)}
              words={words}
            />
          </section>
        )
      })}
    </SlaPage>
  )
}

/** As the config lists them; what it does not know comes last. */
const placeOf = (code: string): number => {
  const place = theOptions().obligations.findIndex((one) => one.code === code)
  return place < 0 ? Infinity : place
}

const stepsText = ({ ladder }: Obligation, words: ObligationWords): string => {
  const [first, last] = [ladder[0], ladder.at(-1)].map((rung) =>
    rung ? rungText(rung, words).when : '',
  )
  return fill(words.steps, { n: ladder.length, first: first ?? '', last: last ?? '' })
}

const Obligations = (props: {
  shown: readonly Standing[]
  names: ReadonlyMap<string, string>
  language: string
  words: ObligationWords
}) => {
  const { words, names } = props
  return (
    <table className="coloa-table coloa-labelled coloa-obligations">
      <thead>
        <tr>
          <th scope="col">{words.columnWhat}</th>
          <th scope="col">{words.columnWho}</th>
          <th scope="col">{words.columnTerms}</th>
          <th scope="col">{words.columnLadder}</th>
          <th scope="col">{words.columnSince}</th>
        </tr>
      </thead>
      <tbody>
        {props.shown.map(({ code, inForce, latest, planned }) => {
          const one = (inForce ?? latest).definition
          return (
            <tr key={code}>
              <td data-label={words.columnWhat}>
                <a href={`/admin/sla/obligations/${code}`}>
                  {props.language === 'en' ? one.label.en : one.label.vi}
                </a>
                <small>
                  {fill(words.clause, { clause: shortCitation(one.clause, props.language) })}
                </small>
              </td>
              <td data-label={words.columnWho}>{owesText(one, words, names)}</td>
              <td data-label={words.columnTerms}>
                {termsText(one, words)}
                {one.reading ? (
                  <small>
                    <em>{props.language === 'en' ? one.reading.en : one.reading.vi}</em>
                  </small>
                ) : null}
              </td>
              <td data-label={words.columnLadder}>
                <details>
                  <summary>{stepsText(one, words)}</summary>
                  <Ladder obligation={one} words={words} />
                </details>
              </td>
              <td data-label={words.columnSince}>
                {inForce ? validityText(inForce, words) : <strong>{words.notInForce}</strong>}
                {planned ? (
                  <small>
                    {fill(words.planned, {
                      from: dayText(planned.validFrom),
                      n: planned.version,
                    })}
                  </small>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
