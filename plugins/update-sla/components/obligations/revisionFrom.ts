import type { Obligation } from '#domain/sla/obligation.ts'
import { durationFrom, rungTimeFrom } from './durationFields.ts'

/** What a form of a revision asks the API for: the obligation as it was, with what was typed in place of it. */
export const revisionFrom = (before: Obligation, version: number, data: FormData): unknown => {
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const { quietHours: _quiet, validFrom: _from, validTo: _to, ...rest } = before
  const hasQuietHours = text('quietFrom') !== '' || text('quietTo') !== ''
  return {
    version,
    definition: {
      ...rest,
      ...termsFrom(before, text),
      mode: text('mode'),
      ...(hasQuietHours ? { quietHours: { from: text('quietFrom'), to: text('quietTo') } } : {}),
      ladder: before.ladder.map((rung) => ({
        ...rung,
        when: rungTimeFrom(text(`${rung.code}-unit`), text(`${rung.code}-amount`)),
        to: data.getAll(`${rung.code}-to`),
        severity: text(`${rung.code}-severity`),
      })),
    },
    validFrom: text('validFrom'),
    validTo: text('validTo') || null,
    reason: text('reason'),
    document: text('document') || null,
  }
}

const termsFrom = (before: Obligation, text: (name: string) => string): Record<string, unknown> => {
  switch (before.kind) {
    case 'window':
      return {
        from: text('from'),
        to: text('to'),
        days: text('days'),
        counts: text('counts') === 'publish' ? ['publish'] : ['publish', 'update'],
      }
    case 'quota':
      return { atLeast: Number(text('atLeast')) }
    case 'report':
      return {
        dueOn: [text('dueMonth'), text('dueDay')].map((part) => part.padStart(2, '0')).join('-'),
        isInclusive: text('isInclusive') === 'yes',
      }
    case 'deadline':
    case 'review':
      return {
        duration: durationFrom(text('unit'), text('amount')),
        counting: { firstDay: text('firstDay'), until: text('until') },
      }
  }
}
