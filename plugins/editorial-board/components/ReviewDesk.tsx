import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { sqlOf } from '#kit/transaction.ts'
import { boardsOf } from '../desk/boardsOf.ts'
import { countAside } from '../desk/countAside.ts'
import { decidedReviews } from '../desk/decidedReviews.ts'
import { openEmergencies } from '../desk/openEmergencies.ts'
import { readDesk } from '../desk/readDesk.ts'
import { wordsOf } from '../words.ts'
import { DecidedTable } from './DecidedTable.tsx'
import { DeskQueue } from './DeskQueue.tsx'
import { DeskTabs, deskTabs } from './DeskTabs.tsx'
import type { DeskTab } from './DeskTabs.tsx'
import { deskWords } from './deskWords.ts'
import { EmergencyMonths } from './EmergencyMonths.tsx'
import { EmergencyTable } from './EmergencyTable.tsx'
import { EmptyDesk } from './EmptyDesk.tsx'
import { ReturnedList } from './ReturnedList.tsx'
import { Shortcuts } from './Shortcuts.tsx'

const PAGE_SIZE = 50

/** `/admin/review`: what waits for whom, what waits for its time, and which emergencies are to be reviewed. */
export const ReviewDesk = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/review')
  const { language } = req.i18n
  const words = wordsOf(language)
  const desk = deskWords(language)
  const mayAct = (await boardsOf(req)).some((one) => one.roles.length > 0 || one.isActing)
  const asked = askedFor(view.searchParams ?? {}, mayAct ? 'mine' : 'all')
  const { boards, counts, waiting, returned } = await readDesk(req, {
    ...(asked.site ? { log: asked.site } : {}),
    ...(asked.kind ? { collection: asked.kind } : {}),
    isMine: asked.tab === 'mine',
    page: asked.page,
    limit: PAGE_SIZE,
  })
  if (boards.length === 0) {
    return (
      <AdminPage title={words.desk} view={view}>
        <p>{words.noBoard}</p>
        <ReturnedList language={language} reviews={returned} words={words} />
      </AdminPage>
    )
  }
  const aside = await countAside(req, boards)
  const shared = { req, boards, words, desk }
  const back = <ReturnedList language={language} reviews={returned} words={words} />
  const isReturnedFirst = asked.tab === 'mine' && waiting.length === 0
  return (
    <AdminPage title={words.desk} view={view}>
      <DeskTabs aside={aside} counts={counts} tab={asked.tab} words={desk} />
      {isReturnedFirst ? back : null}
      {asked.tab === 'decided' ? (
        <Part
          count={fill(desk.countDecided, { n: aside.decided })}
          intro={desk.introDecided}
          late=""
        >
          {aside.decided > 0 ? (
            <DecidedTable reviews={await decidedReviews(await sqlOf(req), boards)} {...shared} />
          ) : (
            <EmptyDesk hint={desk.emptyDecidedHint} text={desk.emptyDecided} />
          )}
        </Part>
      ) : null}
      {asked.tab === 'emergency' ? (
        <Part
          count={fill(desk.countEmergency, { n: aside.emergencies })}
          intro={desk.introEmergency}
          late={aside.emergenciesLate > 0 ? fill(desk.late, { n: aside.emergenciesLate }) : ''}
        >
          {aside.emergencies > 0 ? (
            <EmergencyTable emergencies={await openEmergencies(req, boards)} {...shared} />
          ) : (
            <EmptyDesk hint={desk.emptyEmergencyHint} text={desk.emptyEmergency} />
          )}
          <EmergencyMonths req={req} />
        </Part>
      ) : null}
      {asked.tab === 'mine' || asked.tab === 'all' ? (
        <DeskQueue
          asked={{ ...asked, tab: asked.tab, pageSize: PAGE_SIZE }}
          counts={counts}
          waiting={waiting}
          {...shared}
        />
      ) : null}
      {isReturnedFirst ? null : back}
      <Shortcuts place="desk" />
    </AdminPage>
  )
}

const Part = (props: { intro: string; count: string; late: string; children: ReactNode }) => (
  <>
    <p>{props.intro}</p>
    <p aria-live="polite">
      <strong>{props.count}</strong>
      {props.late === '' ? null : <span className="coloa-late"> · {props.late}</span>}
    </p>
    {props.children}
  </>
)

const askedFor = (params: Record<string, string | string[] | undefined>, first: DeskTab) => {
  const one = (name: string) => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value) || undefined
  }
  const tab: DeskTab = deskTabs.find((code) => code === one('tab')) ?? first
  const page = Number(one('page') ?? 1)
  return {
    tab,
    site: one('site'),
    kind: one('kind'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}
