import { expect, test } from 'vitest'
import { tellAt } from '#domain/sla/tellAt.ts'

const tell = (now: string, more: Partial<Parameters<typeof tellAt>[0]> = {}) => {
  const { mode, at } = tellAt({
    now: new Date(now),
    zone: 'Asia/Ho_Chi_Minh',
    mode: 'immediate',
    severity: 'warning',
    quietHours: { from: '20:00', to: '07:00' },
    digestAt: ['07:30', '16:30'],
    ...more,
  })
  return `${mode} ${at.toISOString()}`
}

test('by day an alert is told at once', () => {
  expect(tell('2026-11-24T10:00:00+07:00')).toBe('immediate 2026-11-24T03:00:00.000Z')
})

test('in quiet hours what is no breach waits until they end, before midnight and after', () => {
  expect(tell('2026-11-24T20:00:00+07:00')).toBe('digest 2026-11-25T00:00:00.000Z')
  expect(tell('2026-11-25T06:59:59+07:00')).toBe('digest 2026-11-25T00:00:00.000Z')
  expect(tell('2026-11-25T07:00:00+07:00')).toBe('immediate 2026-11-25T00:00:00.000Z')
})

test('a breach is told at night', () => {
  expect(tell('2026-11-24T23:00:00+07:00', { severity: 'breach' })).toBe(
    'immediate 2026-11-24T16:00:00.000Z',
  )
})

test('a digest comes at the next of its times, a breach in it too', () => {
  const digest = { mode: 'digest', severity: 'breach' } as const
  expect(tell('2026-11-24T07:29:00+07:00', digest)).toBe('digest 2026-11-24T00:30:00.000Z')
  expect(tell('2026-11-24T07:30:00+07:00', digest)).toBe('digest 2026-11-24T09:30:00.000Z')
  expect(tell('2026-11-24T16:30:00+07:00', digest)).toBe('digest 2026-11-25T00:30:00.000Z')
})
