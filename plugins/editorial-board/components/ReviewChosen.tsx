import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { readChosen } from '../desk/readChosen.ts'
import type { ChosenItem } from '../desk/readChosen.ts'
import { wordsOf } from '../words.ts'
import { ChosenList } from './ChosenList.tsx'
import { chosenWords } from './chosenWords.ts'
import type { ChosenWords } from './chosenWords.ts'
import { EmptyDesk } from './EmptyDesk.tsx'

/** `/admin/review/chosen?id=…&id=…`: several submissions, each with its own hash and what stands against it; approved one by one or bundled. */
export const ReviewChosen = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/review')
  const words = wordsOf(req.i18n.language)
  const chosen = chosenWords(req.i18n.language)
  const ids = [view.searchParams?.id ?? []].flat()
  const items = await readChosen(req, ids)
  const acting = items.find((one) => one.standing.acting)?.standing.acting
  return (
    <AdminPage title={chosen.title} view={view}>
      <p>
        <a href="/admin/review">{words.back}</a>
      </p>
      {items.length < ids.length ? (
        <p className="coloa-attention">{fill(chosen.missing, { n: ids.length - items.length })}</p>
      ) : null}
      {items.length === 0 ? (
        <EmptyDesk hint={chosen.noneHint} text={chosen.none} />
      ) : (
        <>
          <p>{chosen.intro}</p>
          {acting ? (
            <p className="coloa-attention">
              {fill(chosen.acting, {
                name: acting.forName ?? words.somebody,
                document: acting.document,
              })}
            </p>
          ) : null}
          <ChosenList
            items={items.map((item) => ({
              submissionId: item.review.submissionId,
              title: item.review.title || words.untitled,
              site: item.standing.board.name,
              sha256: item.standing.sha256,
              ...judge(item, chosen),
            }))}
          />
        </>
      )}
    </AdminPage>
  )
}

/** Whether it can be approved now, and what will happen or why not. */
const judge = ({ review, standing, bundle }: ChosenItem, words: ChosenWords) => {
  const isFree = review.state === 'submitted' && review.bundleId === null
  const no = (state: string) => ({ canApprove: false, canBundle: isFree, state })
  if (review.state !== 'submitted') return no(words.notWaiting)
  if (standing.isChangedSince) return no(words.changed)
  if (standing.hold) return no(fill(words.hold, standing.hold))
  if (standing.hasVoted) return no(words.voted)
  if (!standing.mayDecide) return no(standing.isOwn ? words.own : words.notYours)
  const yes = (state: string) => ({ canApprove: true, canBundle: isFree, state })
  if (!standing.isDeciding) return yes(words.readyStep)
  return yes(bundle ? fill(words.readyBundle, bundle) : words.ready)
}
