import type { AdminViewServerProps } from 'payload'
import { groupBy } from '#domain/dispatch/storm/groupBy.ts'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readDrillPlans, readDrills } from '../drills/readDrills.ts'
import type { Drill, DrillPlan } from '../drills/readDrills.ts'
import { scoreText } from '../drills/scoreText.ts'
import { readAreas } from '../issue/readAreas.ts'
import { poolOf } from '../poolOf.ts'
import { issuingSitesOf, mayPush, viewerOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'
import { drillWords } from './drillWords.ts'
import type { DrillWords } from './drillWords.ts'
import type { StormWords } from '../stormWords.ts'
import { DropPlan, PlanForm } from './PlanForm.tsx'
import './storm.css'

const MONTHS = 12

type Shared = { words: StormWords; language: string }

/** `/admin/drills`: exercises of a year with their scores, the trend by month, and what is planned. */
export const DrillsPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/drills')
  const { language } = req.i18n
  const words = stormWords(language)
  const said = drillWords(language)
  const viewer = await viewerOf(req)
  if (!viewer) {
    return (
      <AdminPage title={words.drills} view={view}>
        <p>{words.forbidden}</p>
      </AdminPage>
    )
  }
  const now = new Date()
  const pool = poolOf(req)
  const [drills, plans, mayPlan, sites] = await Promise.all([
    readDrills(pool, { ...viewer, months: MONTHS, now }),
    readDrillPlans(pool, now),
    mayPush(req),
    issuingSitesOf(req),
  ])
  const city = { id: 0, code: '', name: '', isCity: true, unitCode: null }
  const areas = mayPlan ? (await readAreas(pool, sites[0] ?? city)).areas : []
  const shared = { words, language }
  return (
    <AdminPage title={words.drills} view={view}>
      <p>{said.drillsIntro}</p>
      {sites.length > 0 ? (
        <p>
          <a href="/admin/storm">{said.drillHold}</a>
        </p>
      ) : null}
      <h2>{said.plans}</h2>
      <Plans mayIssue={sites.length > 0} mayPlan={mayPlan} plans={plans} {...shared} />
      {mayPlan ? <PlanForm areas={areas.map(({ code, name }) => [code, name] as const)} /> : null}
      {drills.length === 0 ? (
        <div className="coloa-empty">
          <p>
            <strong>{said.drillsEmpty}</strong>
          </p>
          <p>{said.drillsEmptyHint}</p>
        </div>
      ) : (
        <>
          <h2>{said.drillTrend}</h2>
          <Trend drills={drills} said={said} {...shared} />
          <h2>{said.drillList}</h2>
          <Held drills={drills} {...shared} />
        </>
      )}
    </AdminPage>
  )
}

const Plans = (
  props: Shared & { plans: readonly DrillPlan[]; mayPlan: boolean; mayIssue: boolean },
) => {
  const { words, plans } = props
  const said = drillWords(props.language)
  if (plans.length === 0) return <p>{said.plansEmpty}</p>
  return (
    <table className="coloa-table coloa-labelled">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{said.planTitle}</th>
          <th scope="col">{said.planArea}</th>
          <th scope="col">{said.planNote}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((one) => (
          <tr key={one.id}>
            <td data-label={words.when}>{momentText(one.plannedAt, props.language)}</td>
            <td data-label={said.planTitle}>
              <strong>{one.title}</strong>
              {props.mayIssue ? (
                <small>
                  <a href={`/admin/storm?drill=${one.id}`}>{said.planUse}</a>
                </small>
              ) : null}
              {props.mayPlan ? <DropPlan id={one.id} title={one.title} /> : null}
            </td>
            <td data-label={said.planArea}>{one.areaNames.join(', ')}</td>
            <td data-label={said.planNote}>{one.note ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Month by month: how many were held, and what share of devices received, played and proved. */
const Trend = ({
  drills,
  words,
  said,
}: Shared & { drills: readonly Drill[]; said: DrillWords }) => (
  <table className="coloa-table coloa-labelled">
    <thead>
      <tr>
        <th scope="col">{said.month}</th>
        <th scope="col">{said.drillCount}</th>
        <th scope="col">{words.received}</th>
        <th scope="col">{words.played}</th>
        <th scope="col">{words.proven}</th>
      </tr>
    </thead>
    <tbody>
      {[...groupBy(drills, ({ month }) => month)].map(([month, own]) => {
        const devices = own.reduce((sum, { total }) => sum + total.devices, 0)
        const share = (name: 'received' | 'played' | 'proven') =>
          devices === 0
            ? 0
            : own.reduce((sum, { total }) => sum + total[name] * total.devices, 0) / devices
        return (
          <tr key={month}>
            <td data-label={said.month}>{month.split('-').reverse().join('/')}</td>
            <td className="coloa-number" data-label={said.drillCount}>
              {own.length}
            </td>
            {(['received', 'played', 'proven'] as const).map((name) => (
              <td className="coloa-number" data-label={words[name]} key={name}>
                {scoreText.share(share(name), words)}
                <span aria-hidden="true" className="coloa-bar">
                  <i style={{ width: `${share(name) * 100}%` }} />
                </span>
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  </table>
)

const Held = ({ drills, words, language }: Shared & { drills: readonly Drill[] }) => (
  <table className="coloa-table coloa-labelled coloa-compact">
    <thead>
      <tr>
        <th scope="col">{words.when}</th>
        <th scope="col">{words.bulletin}</th>
        <th scope="col">{words.devices}</th>
        <th scope="col">{words.received}</th>
        <th scope="col">{words.played}</th>
        <th scope="col">{words.playedAfter}</th>
      </tr>
    </thead>
    <tbody>
      {drills.map(({ id, at, title, total }) => (
        <tr key={id}>
          <td data-label={words.when}>{momentText(at, language)}</td>
          <td className="coloa-own-line" data-label={words.bulletin}>
            <a href={`/admin/drills/${id}`}>{title}</a>
          </td>
          <td className="coloa-number" data-label={words.devices}>
            {total.devices}
          </td>
          <td className="coloa-number" data-label={words.received}>
            {scoreText.share(total.received, words)}
          </td>
          <td className="coloa-number" data-label={words.played}>
            {scoreText.share(total.played, words)}
          </td>
          <td className="coloa-number" data-label={words.playedAfter}>
            {scoreText.time(total.playedAfter, words)}
          </td>
        </tr>
      ))}
    </tbody>
    <caption className="coloa-hidden">{fill(words.count, { n: drills.length })}</caption>
  </table>
)
