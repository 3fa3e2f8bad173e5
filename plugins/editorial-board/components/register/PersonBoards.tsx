import type { UIFieldServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { readPersonBoards } from '../../people/readPersonBoards.ts'
import { dayText, termText } from './dayText.ts'
import { registerWordsOf } from './registerWords.ts'
import '#kit/admin/admin.css'

/** On an account's page: on which boards the person is, and for whom she acts; to read only. */
export const PersonBoards = async ({ id, req }: UIFieldServerProps & { id?: number | string }) => {
  const person = Number(id)
  if (!Number.isInteger(person) || person <= 0) return null
  const words = registerWordsOf(req.i18n.language)
  const { appointments, mandates } = await readPersonBoards(req, person)
  return (
    <section className="coloa-state">
      <h3>{words.onBoards}</h3>
      {appointments.length === 0 ? <p>{words.onNoBoard}</p> : null}
      <ul>
        {appointments.map((one) => (
          <li key={`${one.board}${one.role}${one.startsOn}`}>
            <a href={`/admin/boards/${one.board}`}>{one.name}</a>
            <span>
              {fill(words.onBoard, {
                role: words[`role_${one.role}`],
                days: termText(one, words),
              })}
            </span>
          </li>
        ))}
        {mandates.map((one) => (
          <li key={one.id}>
            <span>
              {one.name}:{' '}
              {fill(words.actsFor, {
                name: one.principalName,
                until: fill(words.until, { to: dayText(one.endsOn) }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
