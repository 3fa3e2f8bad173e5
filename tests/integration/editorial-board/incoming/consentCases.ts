import { describe, expect, test } from 'vitest'
import {
  consentFor,
  endConsent,
  liftHold,
  placeHold,
  readConsents,
  subscribersOf,
} from '#plugins/editorial-board/index.ts'
import { freezeSubmission, recordDecision, release } from '#plugins/release-log/index.ts'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import { dayFromNow } from '../openBoards.ts'
import type { Copies } from './copies.ts'
import type { Museums } from './openMuseums.ts'

/** What comes in under a standing consent, and what does not. */
export const consentCases = (museums: () => Museums, copies: () => Copies) => {
  describe('under a standing consent', () => {
    test('a true copy is public at once, in another museum, room and at another address', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north', { heading: 'Ấn đồng' })
      const id = await copies().copy(source, 'south', {
        room: museums().room.attic,
        address: 'an-dong-o-day',
      })
      const made = await copies().underConsent(id, source, consent)
      expect(made).toMatchObject({ log: 'south', kind: 'publish' })
      expect(await museums().shown(id)).toBe('Ấn đồng')
      const { rows } = await museums().owner.query(
        `select d.capacity, d.decided_by, d.consent_id, d.origin_log, d.origin_seq::int as origin_seq, l.board,
         l.text::jsonb ->> 'by' as by
       from release.decisions d join editorial.ledger l on l.text::jsonb #>> '{content,id}' = d.id::text
       where d.doc_id = $1`,
        [id],
      )
      const { head } = museums().at('south')
      expect(rows).toEqual([
        {
          capacity: 'consent',
          decided_by: head,
          consent_id: consent,
          origin_log: 'north',
          origin_seq: source.seq,
          board: 'south',
          by: String(head),
        },
      ])
      const next = await museums().change('north', source.docId, {
        heading: 'Ấn đồng, có niên đại',
      })
      await museums().edit(id, await museums().copyOf(next))
      expect((await copies().underConsent(id, next, consent, 'update')).kind).toBe('update')
      expect(await museums().shown(id)).toBe('Ấn đồng, có niên đại')
    })

    test('no consent, one of another museum, not yet or no longer in force', async () => {
      const source = await museums().show('north')
      const id = await copies().copy(source)
      const nobody = '00000000-0000-4000-8000-000000000000'
      expect(await copies().tried(copies().underConsent(id, source, nobody))).toBe(
        'consent_missing',
      )
      for (const [more, code] of [
        [{ sourceLog: 'east' }, 'no_consent'],
        [{ startsOn: dayFromNow(-9), endsOn: dayFromNow(-1) }, 'consent_not_in_force'],
        [{ startsOn: dayFromNow(1) }, 'consent_not_in_force'],
      ] as const)
        expect(
          await copies().tried(
            copies().underConsent(id, source, await museums().consent('south', more)),
          ),
        ).toBe(code)
      const theirs = await museums().consent('east')
      expect(await copies().tried(copies().underConsent(id, source, theirs))).toBe('no_consent')
      expect(await museums().shown(id)).toBeNull()
    })

    test('what it does not cover: another section, kind or content type, new or changed items, emergencies', async () => {
      const source = await museums().show('north')
      const id = await copies().copy(source)
      for (const more of [
        { categories: [museums().room.attic] },
        { kinds: ['wood'] },
        { collections: ['pages'] },
        { mayPublish: false },
        { mayPublish: false, mayUpdate: false },
      ])
        expect(
          await copies().tried(
            copies().underConsent(id, source, await museums().consent('south', more)),
          ),
        ).toBe('consent_not_covering')
      const scope = {
        categories: [museums().room.hall],
        kinds: ['bronze'],
        collections: ['exhibits'],
      }
      const newOnly = await museums().consent('south', { ...scope, mayUpdate: false })
      expect(await copies().tried(copies().underConsent(id, source, newOnly, 'update'))).toBe(
        'consent_not_covering',
      )
      expect(await copies().tried(copies().underConsent(id, source, newOnly))).toBe('released')
      const next = await museums().change('north', source.docId, { text: 'Hai hiện vật.' })
      await museums().edit(id, await museums().copyOf(next))
      for (const kind of ['publish', 'update', 'correct'] as const)
        expect(await copies().tried(copies().underConsent(id, next, newOnly, kind))).toBe(
          'consent_not_covering',
        )

      const urgent = await museums().alarm('north')
      const second = await copies().copy(urgent)
      expect(await copies().tried(copies().underConsent(second, urgent, newOnly))).toBe(
        'consent_not_covering',
      )
      const emergencies = await museums().consent('south', {
        mayPublish: false,
        mayUpdate: false,
        mayEmergency: true,
      })
      expect(await copies().tried(copies().underConsent(id, next, emergencies, 'update'))).toBe(
        'consent_not_covering',
      )
      expect(await copies().tried(copies().underConsent(second, urgent, emergencies))).toBe(
        'released',
      )
    })

    test('a copy that was edited, lost or gained a language, or names another origin', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north')
      const other = await museums().show('north')
      const wrong = {
        edited: { text: 'Một hiện vật!' },
        otherKind: { genre: 'wood' },
        noOrigin: { origin: {} },
        otherItem: { origin: { ...(await museums().copyOf(other)).origin } },
        otherSite: { origin: { ...(await museums().copyOf(source)).origin, site: 'east' } },
      }
      for (const [name, more] of Object.entries(wrong))
        expect([
          name,
          await copies().tried(
            copies().underConsent(await copies().copy(source, 'south', more), source, consent),
          ),
        ]).toEqual([name, 'copy_differs'])
      const id = await copies().copy(source)
      await museums().payload.update({
        collection: 'exhibits' as 'articles',
        id,
        locale: 'en',
        data: { heading: 'A bronze drum' } as never,
        draft: true,
        overrideAccess: true,
        depth: 0,
      })
      expect(await copies().tried(copies().underConsent(id, source, consent))).toBe('copy_differs')
    })

    test('an origin that is not there, was changed since, or was withdrawn', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north')
      const id = await copies().copy(source)
      expect(
        await copies().tried(copies().underConsent(id, { ...source, seq: 9999 }, consent)),
      ).toBe('origin_missing')
      await museums().change('north', source.docId, { text: 'Mới.' })
      expect(await copies().tried(copies().underConsent(id, source, consent))).toBe('origin_stale')
      const gone = await museums().show('north')
      const second = await copies().copy(gone)
      const tombstone = await museums().takeDown('north', gone.docId)
      expect(await copies().tried(copies().underConsent(second, gone, consent))).toBe(
        'origin_stale',
      )
      expect(await copies().tried(copies().underConsent(second, tombstone, consent))).toBe(
        'origin_missing',
      )
    })

    test('what was adapted here, or withdrawn here, is not replaced; a hold holds', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north')
      const id = await copies().copy(source)
      await copies().underConsent(id, source, consent)
      await museums().change('south', id, { heading: 'Trống đồng của chúng ta' })
      const next = await museums().change('north', source.docId, { text: 'Mới.' })
      await museums().edit(id, await museums().copyOf(next))
      expect(await copies().tried(copies().underConsent(id, next, consent, 'update'))).toBe(
        'copy_adapted',
      )
      expect(await museums().shown(id)).toBe('Trống đồng của chúng ta')

      const second = await museums().show('north')
      const held = await copies().copy(second)
      const head = await museums().requestOf(museums().at('south').head)
      const target = { collection: 'exhibits', id: held }
      await placeHold({ req: head, ...target, reason: 'Thanh tra', document: '9/CV' })
      expect(await copies().tried(copies().underConsent(held, second, consent))).toBe('on_hold')
      await liftHold({ req: head, ...target, reason: 'Xong' })
      await copies().underConsent(held, second, consent)
      await museums().takeDown('south', held)
      const third = await museums().change('north', second.docId, { text: 'Mới.' })
      await museums().edit(held, await museums().copyOf(third))
      expect(await copies().tried(copies().underConsent(held, third, consent))).toBe(
        'withdrawn_here',
      )
    })

    test('revoked between decision and release, it is not carried out', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north')
      const id = await copies().copy(source)
      const { head, writer } = museums().at('south')
      const req = await museums().requestOf(head)
      const codes: string[] = []
      const undone = withTransaction(req, async () => {
        const submission = await freezeSubmission({ req, collection: 'exhibits', id })
        const decision = await recordDecision({
          req,
          decision: {
            submissionId: submission.id,
            log: 'south',
            collection: 'exhibits',
            docId: id,
            kind: 'publish',
            sha256: submission.sha256,
            decidedBy: head,
            capacity: 'consent',
            consentId: consent,
            origin: { log: 'north', seq: source.seq },
          },
        })
        await endConsent({ req, consentId: consent, reason: 'Thôi.' })
        codes.push(await copies().tried(release({ req, decisionId: decision.id })))
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      expect(codes).toEqual(['consent_not_in_force'])
      await expect(
        museums().app.query(
          `insert into release.decisions (submission_id, log, collection, doc_id, kind, sha256, decided_by, capacity, consent_id,
           origin_log, origin_seq)
         select id, log, collection, doc_id, 'publish', sha256, $1, 'consent', $2, 'north', 1 from release.submissions limit 1`,
          [writer, consent],
        ),
      ).rejects.toThrow('no_consent')
    })
  })

  test('who receives what: consents in force that admit an item, also those that only want to be offered', async () => {
    await museums().consent('east', {
      kinds: ['silver'],
      mayPublish: false,
      mayUpdate: false,
      startsOn: dayFromNow(0),
    })
    await museums().consent('east', { kinds: ['silver'], startsOn: dayFromNow(3) })
    const sql = await sqlOf(await museums().requestOf())
    const item = {
      sourceLog: 'north',
      collection: 'exhibits',
      category: museums().room.hall,
      contentKind: 'silver',
    }
    const found = (await subscribersOf(sql, item)).filter(
      (one) => !one.mayPublish && !one.mayEmergency,
    )
    expect(found.map((one) => one.log)).toContain('east')
    const asked = { ...item, log: 'east', isUpdate: false, isEmergency: true }
    expect(await consentFor(sql, asked)).toBeNull()
    const rows = await readConsents(await museums().requestOf(), { log: 'east' })
    expect(new Set(rows.map((one) => one.log))).toEqual(new Set(['east']))
    expect(rows.filter((one) => one.kinds?.[0] === 'silver').map((one) => one.when)).toEqual(
      expect.arrayContaining(['now', 'coming']),
    )
  })
}
