import { describe, expect, test } from 'vitest'
import {
  approve,
  carryOutDue,
  recallIncoming,
  settleIncoming,
  submitForReview,
  submitIncoming,
  tellIncoming,
} from '#plugins/editorial-board/index.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { Copies } from './copies.ts'
import type { Museums } from './openMuseums.ts'

/** What a person takes in, and who is told of what. */
export const takeInCases = (museums: () => Museums, copies: () => Copies) => {
  describe('taken in by a person', () => {
    const submitted = async (id: number, person: number) =>
      submitIncoming({
        req: await museums().requestOf(person),
        collection: 'exhibits',
        id,
        now: new Date(),
        note: 'Hợp với phòng mới.',
      })
    const approved = async (submissionId: string, person: number) =>
      copies().tried(
        museums()
          .requestOf(person)
          .then(async (req) => approve({ req, submissionId, now: new Date() })),
      )

    test('whoever took it in may approve it, since he wrote nothing of it; whoever edits it may not', async () => {
      const { head } = museums().at('south')
      const source = await museums().show('north', { heading: 'Lư hương' })
      const id = await copies().copy(source)
      const review = await submitted(id, head)
      expect(review).toMatchObject({ submittedBy: head, isIncoming: true, contributors: [] })
      const { rows } = await museums().owner.query<{ person: number }>(
        'select p as person from editorial.waits_for($1, editorial.day_of(now())) p',
        [review.submissionId],
      )
      expect(rows).toEqual([{ person: head }])
      expect(await approved(review.submissionId, head)).toBe('released')
      expect(await museums().shown(id)).toBe('Lư hương')

      await museums().edit(id, { text: 'Của chúng ta.' }, head)
      const own = await submitForReview({
        req: await museums().requestOf(head),
        collection: 'exhibits',
        id,
        now: new Date(),
      })
      expect(await approved(own.submissionId, head)).toBe('own_work')
      const again = await submitted(id, head)
      expect(again.contributors).toEqual([head])
      expect(await approved(again.submissionId, head)).toBe('own_work')
    })

    test('taken off the desk again; decided for later, it lapses when its origin is withdrawn meanwhile', async () => {
      const { head } = museums().at('south')
      const source = await museums().show('north', { heading: 'Kiếm' })
      const id = await copies().copy(source)
      const first = await submitted(id, head)
      const recall = async () =>
        recallIncoming({
          req: await museums().requestOf(),
          collection: 'exhibits',
          id,
          explanation: 'Trang gốc rút lại.',
        })
      await recall()
      await recall()
      expect(await approved(first.submissionId, head)).toBe('not_waiting')
      const ordinary = await submitForReview({
        req: await museums().requestOf(head),
        collection: 'exhibits',
        id,
        now: new Date(),
      })
      expect(ordinary.isIncoming).toBe(true)

      const again = await submitted(id, head)
      const soon = Date.now() + 1500
      await approve({
        req: await museums().requestOf(head),
        submissionId: again.submissionId,
        publishAt: new Date(soon).toISOString(),
        now: new Date(),
      })
      await recall()
      await museums().takeDown('north', source.docId)
      await new Promise((resolve) => {
        setTimeout(resolve, soon - Date.now() + 50)
      })
      const outcome = await carryOutDue(museums().payload)
      expect(outcome).toEqual([{ submissionId: again.submissionId, outcome: 'lapsed' }])
      expect(await museums().shown(id)).toBeNull()
    })

    test('approved before anybody has heard that the origin was withdrawn, it is not carried out', async () => {
      const { head } = museums().at('south')
      const source = await museums().show('north', { heading: 'Trống đồng' })
      const id = await copies().copy(source)
      const { submissionId } = await submitted(id, head)
      await museums().takeDown('north', source.docId)
      expect(await approved(submissionId, head)).toBe('origin_withdrawn')
      expect(await museums().shown(id)).toBeNull()
      // Who hands it in now knows.
      const knowing = await submitted(id, head)
      expect(await approved(knowing.submissionId, head)).not.toBe('origin_withdrawn')
    })

    test('only what names an origin is taken in, and only by who may submit there', async () => {
      const own = await museums().draft('south', { heading: 'Của nhà' })
      expect(await copies().tried(submitted(own, museums().at('south').head))).toBe('not_incoming')
      const source = await museums().show('north')
      const id = await copies().copy(source)
      expect(await copies().tried(submitted(id, museums().at('north').head))).toBe('not_a_member')
    })
  })

  describe('told afterwards', () => {
    test('the head, by mail at once, of what was withdrawn with its origin', async () => {
      const source = await museums().show('north', { heading: 'Lọ lục bình' })
      const id = await copies().copy(source)
      await copies().underConsent(id, source, await museums().consent('south'))
      await copies().withOrigin(id, await museums().takeDown('north', source.docId))
      museums().mails.length = 0
      await museums().tellAll()
      const said = museums().mails.filter((mail) => mail.subject.includes('Lọ lục bình'))
      const { rows } = await museums().owner.query<{ email: string }>(
        'select email from editorial.accounts where person = $1',
        [museums().at('south').head],
      )
      expect(said.map((mail) => mail.to)).toEqual([rows[0]?.email])
      expect(said[0]?.text).toContain(
        'Bảo tàng north đã gỡ “Lọ lục bình”, nên bản đăng tại Bảo tàng south đã được gỡ ngay',
      )
    })

    test('head and editors of what is offered, once; whoever offered it of what became of it', async () => {
      const sql = await sqlOf(await museums().requestOf())
      const offer = {
        key: 'proposal:1:proposed',
        board: 'east',
        title: 'Hũ rượu',
        href: '/admin/x/1',
        from: 'north',
      }
      const notices = async () => {
        await museums().tellAll()
        const { rows } = await museums().owner.query(
          `select kind, person, mail, detail ->> 'href' as href from editorial.notices where title = 'Hũ rượu' order by id`,
        )
        return rows
      }
      const { head, writer } = museums().at('east')
      const given = { mail: 'digest', href: '/admin/x/1' }
      await tellIncoming(sql, { ...offer, kind: 'proposed' })
      const first = [head, writer].map((person) => ({ kind: 'proposed', person, ...given }))
      expect(await notices()).toEqual(first)
      await settleIncoming(sql, offer.key)
      const open = await museums().owner.query(
        `select from editorial.notices where title = 'Hũ rượu' and settled_at is null`,
      )
      expect(open.rowCount).toBe(0)
      await tellIncoming(sql, { ...offer, kind: 'proposed' })
      await tellIncoming(sql, { ...offer, kind: 'proposedUrgent', people: [head] })
      const offerer = museums().at('north').writer
      await tellIncoming(sql, {
        ...offer,
        kind: 'proposalSettled',
        board: 'north',
        people: [offerer],
        outcome: 'returned',
        explanation: 'Trùng.',
      })
      expect(await notices()).toEqual([
        ...first,
        { kind: 'proposedUrgent', person: head, ...given, mail: 'now' },
        { kind: 'proposalSettled', person: offerer, ...given },
      ])
    })
  })
}
