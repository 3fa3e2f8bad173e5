import { expect, test } from 'vitest'
import { sla } from '#config/sla/index.ts'
import { calendarsOf } from '#plugins/update-sla/calendars/readCalendars.ts'
import { keepOptions } from '#plugins/update-sla/options.ts'

const day = (date: string, kind: 'off' | 'work' | 'halfDay', unit: number | null) => ({
  date,
  kind,
  unit,
  isProvisional: false,
})

test('a unit has its own days and hours, and otherwise everybody’s', () => {
  keepOptions(sla)
  const calendars = calendarsOf(
    [day('2026-03-03', 'off', null), day('2026-03-03', 'work', 7), day('2026-03-07', 'halfDay', 8)],
    new Map([[8, [{ from: '07:30', to: '11:30' }]]]),
  )
  expect(calendars.units).toEqual([7, 8])
  expect(calendars.all.isWorkingDay('2026-03-03')).toBe(false)
  expect(calendars.of(7).isWorkingDay('2026-03-03')).toBe(true)
  expect(calendars.of(8).isWorkingDay('2026-03-03')).toBe(false)
  expect(calendars.of(8).endOfWork('2026-03-07')).toEqual(new Date('2026-03-07T11:30:00+07:00'))
  expect(calendars.of(9)).toBe(calendars.all)
})
