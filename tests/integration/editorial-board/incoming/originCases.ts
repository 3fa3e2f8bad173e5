import { describe, expect, test } from 'vitest'
import { placeHold } from '#plugins/editorial-board/index.ts'
import type { Copies } from './copies.ts'
import type { Museums } from './openMuseums.ts'

/** What goes with its origin. */
export const originCases = (museums: () => Museums, copies: () => Copies) => {
  describe('withdrawn with the origin', () => {
    test('an attached and an adapted copy, at once and without a member; a hold does not keep it up', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north', { heading: 'Bình vôi' })
      const attached = await copies().copy(source)
      await copies().underConsent(attached, source, consent)
      const east = await museums().consent('east')
      const adapted = await copies().copy(source, 'east')
      await copies().underConsent(adapted, source, east)
      await museums().change('east', adapted, { heading: 'Bình vôi ở phía đông' })
      const req = await museums().requestOf(museums().at('south').head)
      const target = { collection: 'exhibits', id: attached }
      await placeHold({ req, ...target, reason: 'Thanh tra', document: '9/CV' })

      expect(await copies().tried(copies().withOrigin(attached, source))).toBe('origin_missing')
      const other = await museums().show('north')
      const others = await museums().takeDown('north', other.docId)
      expect(await copies().tried(copies().withOrigin(attached, others))).toBe('origin_missing')
      const tombstone = await museums().takeDown('north', source.docId)
      for (const [id, board] of [
        [attached, 'south'],
        [adapted, 'east'],
      ] as const) {
        expect(await copies().withOrigin(id, tombstone)).toMatchObject({
          log: board,
          kind: 'withdraw',
        })
        expect(await museums().shown(id)).toBeNull()
        expect(await copies().tried(copies().withOrigin(id, tombstone))).toBe('not_public')
      }
      const { rows } = await museums().owner.query<{ board: string; by: number; capacity: string }>(
        `select board, (text::jsonb ->> 'by')::int as by, text::jsonb ->> 'capacity' as capacity from editorial.ledger
       where text::jsonb #>> '{content,kind}' = 'withdraw' and text::jsonb #>> '{content,origin,seq}' = $1 order by board desc`,
        [String(tombstone.seq)],
      )
      const by = museums().at('north').head
      expect(rows).toEqual([
        { board: 'south', by, capacity: 'origin' },
        { board: 'east', by, capacity: 'origin' },
      ])
    })

    test('public at the origin again, it comes back under the consent, and the older withdrawal does not count', async () => {
      const consent = await museums().consent('south')
      const source = await museums().show('north', { heading: 'Chuông' })
      const id = await copies().copy(source)
      await copies().underConsent(id, source, consent)
      const tombstone = await museums().takeDown('north', source.docId)
      await copies().withOrigin(id, tombstone)
      const again = await museums().change('north', source.docId, { heading: 'Chuông, sửa' })
      await museums().edit(id, await museums().copyOf(again))
      await copies().underConsent(id, again, consent)
      expect(await museums().shown(id)).toBe('Chuông, sửa')
      expect(await copies().tried(copies().withOrigin(id, tombstone))).toBe('origin_stale')
    })

    test('an item that was handed on names its first origin, and goes with it', async () => {
      const source = await museums().show('north', { heading: 'Sập gụ' })
      const middle = await copies().copy(source, 'south')
      const relayed = await copies().underConsent(middle, source, await museums().consent('south'))
      const first = (await museums().copyOf(source)).origin
      const hop = { ...first, hops: ['north', 'south'] }
      const wrong = await museums().draft(
        'east',
        await museums().copyOf(relayed, { ...hop, seq: 1 }),
      )
      const east = await museums().consent('east', { sourceLog: 'south' })
      expect(await copies().tried(copies().underConsent(wrong, relayed, east))).toBe('copy_differs')
      const data = await museums().copyOf(relayed, hop)
      const id = await museums().draft('east', data)
      await copies().underConsent(id, relayed, east)
      expect(await museums().shown(id)).toBe('Sập gụ')
      const tombstone = await museums().takeDown('north', source.docId)
      await copies().withOrigin(middle, tombstone)
      await copies().withOrigin(id, tombstone)
      expect(await museums().shown(id)).toBeNull()
    })
  })
}
