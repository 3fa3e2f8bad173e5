import type { ServerProps } from 'payload'
import { requestOf } from '#kit/admin/requestOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { dueWords } from '#domain/sla/dueWords.ts'
import { readDesk } from '../desk/readDesk.ts'
import { timeLeft } from '../desk/timeLeft.ts'
import { waitsFor } from '../desk/waitsFor.ts'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import '#kit/admin/admin.css'
import { deskWords } from './deskWords.ts'
import { ReturnedList } from './ReturnedList.tsx'
import { WaitingTable } from './WaitingTable.tsx'

const SHOWN = 5

/** The dashboard's first block: what waits for the signed-in person, the next due first. */
export const DeskSummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const { language } = req.i18n
  const words = wordsOf(language)
  const desk = deskWords(language)
  const { boards, counts, waiting, returned } = await readDesk(req, { isMine: true, limit: SHOWN })
  if (boards.length === 0) return null
  const [first] = waiting
  return (
    <section className="coloa-summary">
      <h2>{words.myDay}</h2>
      {first ? (
        <>
          <p>
            <a href="/admin/review">
              <strong>{fill(desk.countMine, { n: counts.mine })}</strong>
            </a>{' '}
            ·{' '}
            {fill(words.nextDue, {
              due: dueWords(timeLeft(first.stepDueAt, new Date()), language),
            })}
          </p>
          <WaitingTable
            boards={boards}
            desk={desk}
            req={req}
            reviews={waiting}
            waits={await waitsFor(await sqlOf(req), waiting)}
            words={words}
          />
        </>
      ) : (
        <p>{words.nothingToDo}</p>
      )}
      <ReturnedList language={language} reviews={returned} words={words} />
    </section>
  )
}
