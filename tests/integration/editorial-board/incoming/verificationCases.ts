import { describe, expect, test } from 'vitest'
import { dayFromNow } from '../openBoards.ts'
import type { Copies } from './copies.ts'
import type { Museums } from './openMuseums.ts'

/** What an auditor finds in all of it. */
export const verificationCases = (museums: () => Museums, copies: () => Copies) => {
  test('the runtime role neither gives itself a consent nor decides under none', async () => {
    const { writer, head } = museums().at('south')
    const give = (by: number) =>
      museums().app.query(
        `insert into editorial.consents (board, log, source_log, may_publish, may_update, starts_on, ends_on, document, granted_by,
         ledger_n) values ('south', 'south', 'north', true, true, '2020-01-01', '2099-01-01', 'x', $1, 1)`,
        [by],
      )
    await expect(give(writer)).rejects.toThrow('not_a_member')
    const source = await museums().show('north')
    await expect(
      museums().app.query(
        `insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity, reason_code, origin_log, origin_seq)
       values ('south', 'exhibits', 1, 'withdraw', $1, 'origin', 'error', 'north', $2)`,
        [head, source.seq],
      ),
    ).rejects.toThrow('origin_missing')
    const { rows } = await museums().owner.query<{ name: string }>(
      `select oid::regprocedure::text as name from pg_proc where pronamespace = 'editorial'::regnamespace
         and not has_function_privilege('coloa_app', oid, 'execute')`,
    )
    expect(rows).toEqual([])
  })

  describe('verification', () => {
    test('everything above is as it was signed', async () => {
      const { findings, decisions } = await museums().verify()
      expect(findings).toEqual([])
      const listed = [...decisions()]
      expect(listed.filter((one) => one.capacity === 'consent').length).toBeGreaterThan(5)
      expect(listed.filter((one) => one.capacity === 'origin').length).toBe(6)
    })

    test('with the database’s own check taken away, each decision that should not stand is named', async () => {
      const { rows } = await museums().owner.query<{ text: string }>(
        `select pg_get_functiondef('release.refusal_of(release.decisions, timestamptz)'::regprocedure) as text`,
      )
      await museums().owner.query(
        `create or replace function release.refusal_of(d release.decisions, p_at timestamptz) returns text
         language sql stable as $$ select null::text $$`,
      )
      const source = await museums().show('north')
      const consent = await museums().consent('south')
      const forged: [string, () => Promise<unknown>][] = [
        [
          'copy_differs',
          async () =>
            copies().underConsent(
              await copies().copy(source, 'south', { text: 'Khác.' }),
              source,
              consent,
            ),
        ],
        [
          'consent_exceeded',
          async () =>
            copies().underConsent(
              await copies().copy(source),
              source,
              await museums().consent('south', { kinds: ['wood'] }),
            ),
        ],
        [
          'consent_not_in_force',
          async () =>
            copies().underConsent(
              await copies().copy(source),
              source,
              await museums().consent('south', { startsOn: dayFromNow(2) }),
            ),
        ],
        [
          'board_not_responsible',
          async () =>
            copies().underConsent(
              await copies().copy(source),
              source,
              await museums().consent('east'),
            ),
        ],
        [
          'copy_adapted',
          async () => {
            const id = await copies().copy(source)
            await copies().underConsent(id, source, consent)
            await museums().change('south', id, { text: 'Của chúng ta.' })
            const next = await museums().change('north', source.docId, { text: 'Mới hơn.' })
            await museums().edit(id, await museums().copyOf(next))
            await copies().underConsent(id, next, consent, 'update')
          },
        ],
        [
          'origin_missing',
          async () => {
            const id = await copies().copy(await museums().show('north'))
            await museums().decide('south', id)
            await copies().withOrigin(
              id,
              await museums().takeDown('north', (await museums().show('north')).docId),
            )
          },
        ],
      ]
      let known = await found()
      for (const [code, forge] of forged) {
        await forge()
        const now = await found()
        const codes = [...now].filter(([key]) => !known.has(key)).map(([, one]) => one.code)
        expect(codes, code).toContain(code)
        known = now
      }
      const made = await museums().owner.query<{ id: string }>(
        `insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity, reason_code, origin_log, origin_seq)
       values ('south', 'exhibits', $1, 'withdraw', $2, 'origin', 'error', 'north', $3) returning id`,
        [source.docId, museums().at('north').head, source.seq],
      )
      const now = [...(await found())].filter(([key]) => !known.has(key))
      expect(now.map(([, one]) => one)).toEqual([
        { code: 'row_unsigned', table: 'release.decisions', key: made.rows[0]?.id },
      ])
      await museums().owner.query(rows[0]?.text ?? '')
    })

    /** Findings by what they say: their order follows the tables. */
    const found = async () =>
      new Map((await museums().verify()).findings.map((one) => [JSON.stringify(one), one]))
  })
}
