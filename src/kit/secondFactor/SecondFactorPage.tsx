import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { queryOf } from '#kit/admin/query.ts'
import { EndSecondFactor } from './EndSecondFactor.tsx'
import { SecondFactorSetup } from './SecondFactorSetup.tsx'
import { secondFactorOf } from './enrolSecondFactor.ts'
import { holderOf } from './secondFactorEndpoints.ts'
import { secondFactorWords } from './words.ts'

/** `/admin/second-factor`: setting up one's own second factor, or ending it. */
export const SecondFactorPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/second-factor')
  const words = secondFactorWords(req.i18n.language)
  const { pool, person } = holderOf(req)
  const { isThere, recoveryLeft } = await secondFactorOf(pool, person)
  const next = queryOf(view.searchParams).get('next') ?? ''
  return (
    <AdminPage title={words.title} view={view}>
      <p>{words.intro}</p>
      <p>
        <strong>{isThere ? fill(words.isOn, { left: recoveryLeft }) : words.isOff}</strong>
      </p>
      {isThere ? (
        <EndSecondFactor />
      ) : (
        <SecondFactorSetup goTo={/^\/admin\/[\w/-]*$/.test(next) ? next : '/admin/second-factor'} />
      )}
    </AdminPage>
  )
}
