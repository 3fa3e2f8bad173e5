import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { Folded } from '#kit/admin/Folded.tsx'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { readDrillScores } from '../drills/readDrills.ts'
import type { CommuneScore } from '../drills/readDrills.ts'
import { scoreText } from '../drills/scoreText.ts'
import { poolOf } from '../poolOf.ts'
import { unitSeen, viewerOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'
import { drillWords } from './drillWords.ts'
import type { StormWords } from '../stormWords.ts'
import { findDispatch } from '../wall/findDispatch.ts'
import './storm.css'

/** So many communes are shown at once on a screen, the weakest; on paper all are. */
const MOST_OPEN = 20

/** `/admin/drills/<dispatch>`: one exercise, commune by commune, the weakest first. */
export const DrillPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const name = segmentOf(view, 1)
  demandSignIn(req, `/admin/drills/${name}`)
  const words = stormWords(req.i18n.language)
  const said = drillWords(req.i18n.language)
  const viewer = await viewerOf(req)
  const drill = viewer ? await findDispatch(poolOf(req), name) : null
  if (!viewer || drill?.kind !== 'exercise') {
    return (
      <AdminPage title={words.drills} view={view}>
        <p>{viewer ? words.missingDispatch : words.forbidden}</p>
        <a href="/admin/drills">{words.backToList}</a>
      </AdminPage>
    )
  }
  const scores = await readDrillScores(poolOf(req), {
    dispatchId: drill.id,
    unit: unitSeen(viewer, drill.log),
  })
  const nothing = scores.filter(({ played }) => played === 0)
  return (
    <AdminPage
      parent={{ label: words.drills, url: '/admin/drills' }}
      title={drill.title}
      view={view}
    >
      <p className="coloa-meta">
        <a className="coloa-no-print" href="/admin/drills">
          {words.backToList}
        </a>
        <span>
          {fill(words.issuedBy, {
            issuer: drill.issuer,
            at: momentText(drill.effectiveAt, req.i18n.language),
          })}
        </span>
        <a className="coloa-no-print" href={`/admin/storm/${drill.id}`}>
          {said.drillWall}
        </a>
        <a
          className="coloa-no-print"
          download
          href={`/api/dispatch/drills/${drill.id}/scores?format=csv`}
        >
          {said.drillCsv}
        </a>
      </p>
      <h2>{said.drillNothing}</h2>
      {nothing.length === 0 ? (
        <p>{said.drillNothingNone}</p>
      ) : (
        <p className="coloa-late">{nothing.map((one) => one.name).join(', ')}</p>
      )}
      <h2>{said.drillScores}</h2>
      <Scores scores={scores.slice(0, MOST_OPEN)} words={words} />
      {scores.length > MOST_OPEN ? (
        <Folded summary={fill(said.drillMore, { n: scores.length - MOST_OPEN })}>
          <Scores scores={scores.slice(MOST_OPEN)} words={words} />
        </Folded>
      ) : null}
    </AdminPage>
  )
}

const shares = ['received', 'played', 'proven'] as const
const times = ['receivedAfter', 'playedAfter', 'provenAfter'] as const

const Scores = ({ scores, words }: { scores: readonly CommuneScore[]; words: StormWords }) => (
  <table className="coloa-table coloa-labelled coloa-compact">
    <thead>
      <tr>
        <th scope="col">{words.commune}</th>
        <th scope="col">{words.devices}</th>
        {[...shares, ...times].map((name) => (
          <th key={name} scope="col">
            {words[name]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {scores.map((one) => (
        <tr key={one.unit}>
          <td data-label={words.commune}>
            <strong>{one.name}</strong>
          </td>
          <td className="coloa-number" data-label={words.devices}>
            {one.devices}
          </td>
          {shares.map((name) => (
            <td
              className={one[name] === 0 && name !== 'proven' ? 'coloa-late' : 'coloa-number'}
              data-label={words[name]}
              key={name}
            >
              {scoreText.share(one[name], words)}
            </td>
          ))}
          {times.map((name) => (
            <td className="coloa-number" data-label={words[name]} key={name}>
              {scoreText.time(one[name], words)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
