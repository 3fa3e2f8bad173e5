import { describe, expect, it } from 'vitest'
import { addDays, longDate, weekdayOf } from '#src/demo/clock.ts'
import { departments } from '#src/demo/data/departments.ts'
import { categories } from '#src/demo/data/categories.ts'
import { expand } from '#src/demo/grammar/expand.ts'
import { topics } from '#src/demo/grammar/topics/index.ts'
import { citySchedule } from '#src/demo/make/schedule.ts'
import { isWorkingDay } from '#src/demo/make/workingDay.ts'
import { cityUnits } from '#src/demo/make/units.ts'
import { readSize } from '#src/demo/options.ts'
import { scenes } from '#src/demo/pictures/scenes.ts'
import { createRandom } from '#src/demo/random.ts'

describe('the grammar of the demo', () => {
  it('has at least 25 topics in three stories each, all known to categories, departments and pictures', () => {
    expect(topics.length).toBeGreaterThanOrEqual(25)
    for (const topic of topics) {
      expect(topic.stories.length).toBeGreaterThanOrEqual(3)
      expect(categories.map(([slug]) => slug)).toContain(topic.category)
      expect(departments.map(([code]) => code)).toContain(topic.department)
      expect(scenes.map((scene) => scene.name)).toContain(topic.picture)
    }
  })

  it('fills slots, choices and numbers the same for the same seed', () => {
    const say = () => expand('[một|hai] {who}: {#3-9} m', { who: 'phường Láng' }, createRandom('a'))
    expect(say()).toBe(say())
    expect(say()).toMatch(/^(Một|Hai) phường Láng: [3-9] m$/)
    expect(() => expand('{lost}', {}, createRandom('a'))).toThrow('lost')
  })
})

describe('the city of the demo', () => {
  it('has its 126 commune-level units with codes of five digits and sites of their own', async () => {
    const units = await cityUnits(147)
    const communes = units.filter((unit) => unit.level === 'commune')
    expect(communes).toHaveLength(126)
    expect(communes.every((unit) => /^\d{5}$/.test(unit.code))).toBe(true)
    expect(new Set(units.map((unit) => unit.siteCode)).size).toBe(147)
  })

  it('releases three times a day, also on a holiday, and never in the future', () => {
    const now = new Date('2026-11-24T15:00:00+07:00')
    const times = citySchedule({ now, recentDays: 3, older: 5, random: createRandom('b') })
    expect(times.every((time) => time <= now)).toBe(true)
    expect(times).toHaveLength(5 + 2 + 3 + 3)
  })
})

describe('dates of the demo', () => {
  it('follow the working calendar', () => {
    expect(isWorkingDay('2026-11-24')).toBe(false)
    expect(isWorkingDay('2026-08-22')).toBe(true)
    expect(isWorkingDay('2026-11-22')).toBe(false)
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(longDate('2026-02-04')).toBe('ngày 04 tháng 02 năm 2026')
  })
})

describe('sizes', () => {
  it('are names or sites times articles; anything else is refused in a sentence', () => {
    expect(readSize('250x100000')).toEqual({ sites: 250, articles: 100_000, isDemo: false })
    expect(() => readSize('big')).toThrow('--size takes')
  })
})
