import type { ServerProps } from 'payload'
import { requestOf } from '#kit/admin/requestOf.ts'
import { dueWords } from '../desk/dueWords.ts'
import { readDesk } from '../desk/readDesk.ts'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import '#kit/admin/admin.css'
import { ReturnedList } from './ReturnedList.tsx'
import { WaitingTable } from './WaitingTable.tsx'

const SHOWN = 5

/** The dashboard's first block: what waits for the signed-in person, the next due first. */
export const DeskSummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const { language } = req.i18n
  const words = wordsOf(language)
  const { boards, counts, waiting, returned } = await readDesk(req, { limit: SHOWN })
  if (boards.length === 0) return null
  const [first] = waiting
  return (
    <section className="coloa-summary">
      <h2>{words.myDay}</h2>
      {first ? (
        <>
          <p>
            <a href="/admin/review">
              <strong>{fill(words.waitingCount, { n: counts.total })}</strong>
            </a>{' '}
            · {fill(words.nextDue, { due: dueWords(first.stepDueAt, new Date(), language).text })}
          </p>
          <WaitingTable boards={boards} req={req} reviews={waiting} words={words} />
        </>
      ) : (
        <p>{words.nothingToDo}</p>
      )}
      <ReturnedList language={language} reviews={returned} words={words} />
    </section>
  )
}
