import type { Pool } from 'pg'
import { shortCitation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readBounces } from '../../incidents/bounces.ts'
import { readLongestSilence } from '../../silences/readLongestSilence.ts'
import { readSilences } from '../../silences/readSilences.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'
import { SilenceForm } from './SilenceForm.tsx'
import { SilenceTable } from './SilenceTable.tsx'
import { VerbButton } from './VerbButton.tsx'

/** What operators and administrators see besides: silences, and addresses that take no mail. */
export const OperatorSections = async (props: {
  pool: Pool
  now: Date
  words: AlertScreenWords
  language: string
  /** The owners whose clocks are the person's own. */
  own: readonly string[]
}) => {
  const { pool, now, words, language, own } = props
  const spoken = language === 'en' ? 'en' : 'vi'
  const [silences, bounces, choices, longestDays] = await Promise.all([
    readSilences(pool, { language: spoken, now }),
    readBounces(pool),
    readChoices(pool, spoken),
    readLongestSilence(pool),
  ])
  return (
    <>
      <section aria-labelledby="silences" className="coloa-part">
        <h2 id="silences">{words.silences}</h2>
        <p>{words.silencesIntro}</p>
        {silences.length === 0 ? (
          <div className="coloa-empty">
            <p>{words.noSilences}</p>
          </div>
        ) : (
          <SilenceTable language={language} now={now} rows={silences} words={words} />
        )}
        <SilenceForm {...choices} longestDays={longestDays} own={ownUnit(own)} />
      </section>
      {bounces.length > 0 ? (
        <section aria-labelledby="bounces" className="coloa-part">
          <h2 id="bounces">{words.bounces}</h2>
          <p>{words.bouncesIntro}</p>
          <table className="coloa-table coloa-labelled">
            <thead>
              <tr>
                <th scope="col">{words.columnEmail}</th>
                <th scope="col">{words.columnAnswer}</th>
                <th scope="col">{words.columnSince}</th>
                <th scope="col">{words.columnAct}</th>
              </tr>
            </thead>
            <tbody>
              {bounces.map((row) => (
                <tr key={row.id}>
                  <td data-label={words.columnEmail}>{row.email}</td>
                  <td data-label={words.columnAnswer}>{row.reason}</td>
                  <td data-label={words.columnSince}>
                    {momentText(row.at.toISOString(), language)}
                  </td>
                  <td data-label={words.columnAct}>
                    <VerbButton
                      done={words.cleared}
                      label={words.clear}
                      name={fill(words.clearOf, { email: row.email })}
                      path={`/update-sla/bounces/${row.id}/clear`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  )
}

type Choice = readonly [string, string]

const readChoices = async (
  pool: Pool,
  language: 'vi' | 'en',
): Promise<{ owners: Choice[]; obligations: Choice[] }> => {
  const owners = await pool.query<{ owner: string; name: string }>(
    `select owner, coalesce(case when $1 = 'en' then name_en end, name_vi) as name from sla.owners where is_active order by name`,
    [language],
  )
  const obligations = await pool.query<{ code: string; label: string; clause: string }>(
    `select distinct on (code) code, definition -> 'label' ->> $1 as label, definition ->> 'clause' as clause
     from sla.obligations order by code, version desc`,
    [language],
  )
  return {
    owners: owners.rows.map(({ owner, name }) => [owner, name]),
    obligations: obligations.rows.map(({ code, label, clause }) => [
      code,
      `${label} (${shortCitation(clause, language)})`,
    ]),
  }
}

/** The person's unit, or the one owner there is; who has several chooses. */
const ownUnit = (own: readonly string[]): string | undefined => {
  const units = own.filter((one) => one.startsWith('unit:'))
  const [only, ...others] = units.length > 0 ? units : own
  return others.length === 0 ? only : undefined
}
