import type { UIFieldServerProps } from 'payload'
import type { Pool } from 'pg'
import { fill } from '#domain/text/fill.ts'
import { hasCityRole } from '#kit/membershipsOf.ts'
import { EndSecondFactor } from './EndSecondFactor.tsx'
import { secondFactorOf } from './enrolSecondFactor.ts'
import { secondFactorWords } from './words.ts'
import '#kit/admin/admin.css'

/** On the page of an account: whether it has a second factor, and the way to set it up or to end it. */
export const SecondFactorField = async ({
  id,
  req,
}: UIFieldServerProps & { id?: number | string }) => {
  const person = Number(id)
  if (!req.user || !Number.isInteger(person) || person <= 0) return null
  const words = secondFactorWords(req.i18n.language)
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const { isThere, recoveryLeft } = await secondFactorOf(pool, person)
  const isOwn = person === Number(req.user.id)
  return (
    <section aria-label={words.title} className="coloa-state">
      <h3>{words.title}</h3>
      <p>{isThere ? fill(words.isOn, { left: recoveryLeft }) : words.isOff}</p>
      {isOwn ? <a href="/admin/second-factor">{words.manage}</a> : null}
      {!isOwn && isThere && hasCityRole(req, 'systemAdmin') ? (
        <EndSecondFactor person={person} />
      ) : null}
    </section>
  )
}
