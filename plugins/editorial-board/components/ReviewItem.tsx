import type { AdminViewServerProps } from 'payload'
import { dueWords } from '#domain/sla/dueWords.ts'
import { readDesk } from '../desk/readDesk.ts'
import { readDeskItem } from '../desk/readDeskItem.ts'
import { timeLeft } from '../desk/timeLeft.ts'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { ComparedItem } from './ComparedItem.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { FieldThreads } from './FieldThreads.tsx'
import { HistoryList } from './HistoryList.tsx'
import { itemWords } from './itemWords.ts'
import { kindLabel } from './kindLabel.ts'
import { Shortcuts } from './Shortcuts.tsx'
import type { Review } from '../store.ts'
import { readThreads } from '../threads/readThreads.ts'
import { placeThreads } from '../threads/placeThreads.ts'
import { threadWordsOf } from '../threads/words.ts'
import { ThreadLinks } from './ThreadLinks.tsx'
import { ThreadView } from './ThreadView.tsx'
import { momentText } from '#kit/admin/momentText.ts'

/** How far the way to the next and the previous item reaches. */
const QUEUE = 200

/** `/admin/review/<submission>`: what was submitted, what changes for the public, and the decision. */
export const ReviewItem = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const segments = view.params?.segments
  const id = String(Array.isArray(segments) ? segments[1] : '')
  demandSignIn(req, `/admin/review/${id}`)
  const { language } = req.i18n
  const words = wordsOf(language)
  const now = new Date()
  const item = /^[0-9a-f-]{36}$/.test(id) ? await readDeskItem(req, id, now) : null
  if (!item) {
    return (
      <AdminPage title={words.desk} view={view}>
        <p>{words.itemMissing}</p>
        <p>
          <a href="/admin/review">{words.back}</a>
        </p>
      </AdminPage>
    )
  }
  const { review } = item
  const left = timeLeft(review.stepDueAt, now)
  const queue = (await readDesk(req, { isMine: true, limit: QUEUE })).waiting
  const around = aroundIn(queue, review.submissionId)
  const said = itemWords(language)
  const isWaiting = review.state === 'submitted'
  // who only reads the desk has no part in the talk
  const isOfBoard = item.board.roles.length > 0 || item.board.isActing
  const threads = isOfBoard ? await readThreads({ req, ...review }) : []
  const threadWords = threadWordsOf(language)
  const placed = placeThreads({ threads, parts: item.parts, submissionId: id })
  return (
    <AdminPage title={review.title || words.untitled} view={view}>
      <p className="coloa-meta">
        <a data-key="g" href="/admin/review">
          {words.back}
        </a>
        <span>{kindLabel(req, review.collection)}</span>
        <span>{item.board.name}</span>
        <span>
          {fill(words.submittedBy, {
            name: review.submittedByName ?? words.somebody,
            at: momentText(review.submittedAt, language),
          })}
        </span>
        {isWaiting ? (
          <strong className={left.isLate ? 'coloa-late' : undefined}>
            {words.due}: {momentText(review.stepDueAt, language)} ({dueWords(left, language)})
          </strong>
        ) : null}
        <a href={`/admin/collections/${review.collection}/${review.docId}`}>{words.openDraft}</a>
      </p>
      <div className="coloa-columns">
        <div>
          <ComparedItem
            below={(field) =>
              isOfBoard ? (
                <FieldThreads
                  field={field.path}
                  isClosed={review.state === 'superseded'}
                  label={field.label}
                  locale={field.anchor}
                  submissionId={id}
                  threads={placed.at(field)}
                />
              ) : null
            }
            isKept={(field) => placed.at(field).some((one) => one.isOpen)}
            item={item}
            language={language}
            words={words}
          />
          {placed.elsewhere.length > 0 ? (
            <section className="coloa-document">
              <h2>{threadWords.elsewhere}</h2>
              {placed.elsewhere.map((one) => (
                <ThreadView isNamed key={one.id} thread={one} />
              ))}
            </section>
          ) : null}
        </div>
        <aside>
          <ThreadLinks page="" threads={threads} words={threadWords} />
          <DecisionSection
            item={item}
            language={language}
            next={around.next ? `/admin/review/${around.next}` : '/admin/review'}
            words={words}
          />
          <nav aria-label={words.desk} className="coloa-pager">
            {around.previous ? (
              <a data-key="k" href={`/admin/review/${around.previous}`}>
                ← {said.previousItem}
              </a>
            ) : null}
            {around.at > 0 ? (
              <span>{fill(said.place, { at: around.at, of: queue.length })}</span>
            ) : null}
            {around.next ? (
              <a data-key="j" href={`/admin/review/${around.next}`}>
                {said.nextItem} →
              </a>
            ) : null}
          </nav>
          <Shortcuts place="item" />
          <HistoryList events={item.events} language={language} words={words} />
        </aside>
      </div>
    </AdminPage>
  )
}

/** Where an item stands in the queue, from 1; 0 when it is not in it, and what lies beside it. */
const aroundIn = (queue: readonly Review[], submissionId: string) => {
  const at = queue.findIndex((one) => one.submissionId === submissionId)
  return {
    at: at + 1,
    previous: at > 0 ? queue[at - 1]?.submissionId : undefined,
    next: (queue[at + 1] ?? (at > 0 ? queue[0] : undefined))?.submissionId,
  }
}
