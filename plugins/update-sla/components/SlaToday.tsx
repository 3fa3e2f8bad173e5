import type { AdminViewServerProps } from 'payload'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { seesClocks } from '../rights.ts'
import { SlaPage } from './SlaPage.tsx'
import { slaWords } from './slaWords.ts'
import { TodaySummary } from './TodaySummary.tsx'

/** `/admin/sla`: which sites met which windows, what falls due, and what is late. */
export const SlaToday = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla')
  const words = slaWords(req.i18n.language)
  return (
    <SlaPage tab="" title={words.todayTitle} view={view}>
      {(await seesClocks(req)) ? (
        <TodaySummary i18n={req.i18n} payload={req.payload} user={req.user ?? undefined} />
      ) : (
        <p>{words.notAllowed}</p>
      )}
    </SlaPage>
  )
}
