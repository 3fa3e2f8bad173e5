import { expect } from 'vitest'
import {
  approve,
  carryOutDue,
  endMandate,
  grantMandate,
  liftHold,
  makeBundle,
  placeHold,
  recall,
  refuse,
  returnForClarification,
  submitForReview,
  withdraw,
} from '#plugins/editorial-board/index.ts'
import { PortalError } from '#kit/portalError.ts'
import { withTransaction } from '#kit/transaction.ts'
import { dayFromNow } from '../openBoards.ts'
import type { Command } from './commands.ts'
import type { World } from './openWorld.ts'

/** What the test itself remembers of a document, without asking the system. */
type Paper = {
  id: number
  /** Who wrote, and at which step of the morning. */
  writes: { identity: string; step: number }[]
  submission: { id: string; by: string } | null
  /** At which step each submission was handed in first. */
  submittedAt: Map<string, number>
  isHeld: boolean
}
type Given = {
  id: string
  principal: number
  delegate: number
  from: number
  to: number
  isEnded: boolean
}

/** How often each thing happened: a property that never releases anything proves nothing. */
export type Tally = Record<string, number>

const LATER_MS = 25

/**
 * Plays a morning against the real verbs. Refusals are part of the game; what must never happen is checked the moment it
 * would: a voice on one's own work, a voice without a role or mandate in force, a release under a hold.
 */
export const playMorning = async (
  world: World,
  morning: Command[],
  tally: Tally,
): Promise<Paper[]> => {
  const { payload, room, people, requestOf } = world
  const mandates: Given[] = []
  const papers: Paper[] = []
  for (let n = 0; n < 3; n += 1) {
    const id = await room.draft(`Bài ${n}`)
    papers.push({ id, writes: [], submission: null, submittedAt: new Map(), isHeld: false })
  }

  const vote = async (command: { who: number; doc: number }, step: number, isLater = false) => {
    const paper = papers[command.doc]
    if (!paper?.submission) return undefined
    const req = await requestOf(command.who)
    const publishAt = isLater ? { publishAt: new Date(Date.now() + LATER_MS).toISOString() } : {}
    const { submission } = paper
    const since = await publicSince(world, paper)
    const answer = await approve({
      req,
      submissionId: submission.id,
      now: new Date(),
      ...publishAt,
    })
    const voter = people[command.who]
    const writers = paper.writes.filter((one) => one.step > since).map((one) => one.identity)
    expect([submission.by, ...writers], 'a voice on own work').not.toContain(voter?.identity)
    const holds = mandates.some(
      (one) => one.delegate === command.who && !one.isEnded && one.from <= 0 && one.to >= 0,
    )
    expect(voter?.role === 'head' || holds, 'a voice without role or mandate').toBe(true)
    if (answer.outcome === 'released') expect(paper.isHeld, 'a release under a hold').toBe(false)
    count(tally, answer.outcome)
    return step
  }

  const play = async (command: Command, step: number): Promise<void> => {
    if (command.do === 'tick') {
      await new Promise((resolve) => {
        setTimeout(resolve, LATER_MS + 5)
      })
      for (const { outcome } of await carryOutDue(payload)) count(tally, `tick ${outcome}`)
      return
    }
    if (command.do === 'race') {
      const both = await Promise.allSettled([
        vote({ who: command.who, doc: command.doc }, step),
        vote({ who: command.other, doc: command.doc }, step),
      ])
      for (const one of both) if (one.status === 'rejected') demandRefusal(one.reason)
      return
    }
    const req = await requestOf(command.who)
    if (command.do === 'grant') {
      const { id } = await grantMandate({
        req,
        mandate: {
          board: room.site.code,
          principal: people[command.who]?.id ?? 0,
          delegate: people[command.delegate]?.id ?? 0,
          collections: null,
          categories: null,
          startsOn: dayFromNow(command.from),
          endsOn: dayFromNow(command.from + command.days),
          document: '1/GUQ',
        },
      })
      const to = command.from + command.days
      mandates.push({
        id,
        principal: command.who,
        delegate: command.delegate,
        from: command.from,
        to,
        isEnded: false,
      })
      count(tally, 'mandate')
      return
    }
    if (command.do === 'endMandate') {
      const given = mandates[command.nth]
      if (!given) return
      await endMandate({ req, mandateId: given.id, reason: 'Đã về' })
      given.isEnded = true
      return
    }
    if (command.do === 'bundle') {
      const submissionIds = papers.flatMap((paper) =>
        paper.submission ? [paper.submission.id] : [],
      )
      await makeBundle({ req, name: 'Gói', submissionIds })
      count(tally, 'bundle')
      return
    }
    const paper = papers[command.doc]
    if (!paper) return
    const { id } = paper
    const target = { req, collection: 'articles', id }
    const submissionId = paper.submission?.id ?? '00000000-0000-4000-8000-000000000000'
    switch (command.do) {
      case 'edit':
        await payload.update({
          collection: 'articles',
          id,
          data: { lead: `Lần sửa ${step} của người ${command.who}` },
          draft: true,
          overrideAccess: true,
          depth: 0,
          req,
        })
        paper.writes.push({ identity: people[command.who]?.identity ?? '', step })
        return
      case 'submit': {
        const review = await submitForReview({ ...target, now: new Date() })
        paper.submission = { id: review.submissionId, by: people[command.who]?.identity ?? '' }
        if (!paper.submittedAt.has(review.submissionId))
          paper.submittedAt.set(review.submissionId, step)
        count(tally, 'submitted')
        return
      }
      case 'vote':
        await vote(command, step, command.isLater)
        return
      case 'crash':
        await withTransaction(req, async () => {
          await approve({ req, submissionId, now: new Date() }).catch(demandRefusal)
          throw new PortalError('crashed', 500, { vi: '', en: 'the process died here' })
        })
        return
      case 'return':
        return returnForClarification({ req, submissionId, explanation: 'Làm rõ', now: new Date() })
      case 'refuse':
        return refuse({ req, submissionId, ground: 'untrue', explanation: 'Sai', now: new Date() })
      case 'recall':
        return recall({ req, submissionId })
      case 'withdraw':
        await withdraw({ ...target, type: 'error', explanation: 'Sai' })
        count(tally, 'withdrawn')
        return
      case 'hold':
        await placeHold({ ...target, reason: 'Điều tra', document: '1/CV' })
        paper.isHeld = true
        return
      case 'lift':
        await liftHold({ ...target, reason: 'Xong' })
        paper.isHeld = false
    }
  }

  for (const [step, command] of morning.entries()) {
    try {
      await play(command, step)
    } catch (error) {
      demandRefusal(error)
      count(tally, 'refused')
    }
  }
  for (const given of mandates) {
    if (given.isEnded) continue
    await endMandate({
      req: await requestOf(given.principal),
      mandateId: given.id,
      reason: 'Hết buổi',
    })
  }
  return papers
}

/** Step at which what is public now was handed in; before the morning when nothing was made public. */
const publicSince = async (world: World, paper: Paper): Promise<number> => {
  const { rows } = await world.owner.query<{ submission: string }>(
    `select d.submission_id as submission from release.releases r join release.decisions d on d.id = r.decision_id
     where r.collection = 'articles' and r.doc_id = $1 and r.kind <> 'withdraw' order by r.seq desc limit 1`,
    [paper.id],
  )
  return paper.submittedAt.get(rows[0]?.submission ?? '') ?? -1
}

/** A refusal is fine; anything else is a fault. */
const demandRefusal = (error: unknown) => {
  if (!(error instanceof PortalError)) throw error
}

const count = (tally: Tally, what: string) => {
  tally[what] = (tally[what] ?? 0) + 1
}
