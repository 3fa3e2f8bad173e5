import { addDays, englishDate, longDate, shortDate, weekdayName, weekdayOf } from '../clock.ts'
import { departments } from '../data/departments.ts'
import { streets } from '../data/streets.ts'
import { vietnameseSlug } from '../../domain/text/vietnameseSlug.ts'
import type { Slots } from '../grammar/expand.ts'
import type { Story, Topic } from '../grammar/topic.ts'
import type { Random } from '../random.ts'
import type { Place } from './place.ts'

const villages = ['Đông', 'Đoài', 'Thượng', 'Trung', 'Hạ', 'Bãi', 'Chùa', 'Đình', 'Miễu', 'Vàng']

/** What the slots of an article about `topic` at `place`, released on `day`, stand for. */
export const slotsFor = (args: {
  place: Place
  communes: readonly Place[]
  topic: Topic
  story: Story
  day: string
  isWorkingDay: (day: string) => boolean
  random: Random
}): Slots => {
  const { place, communes, topic, random } = args
  const [street, street2] = random.some(streets, 2)
  const first = eventDay(args)
  const part =
    place.part === 'thôn' ? `thôn ${random.pick(villages)}` : `tổ dân phố số ${random.whole(1, 36)}`
  const area =
    place.level === 'commune'
      ? place.who
      : random
          .some(communes, 3)
          .map((one) => one.who)
          .join(', ')
          .replace(/, ([^,]*)$/, ' và $1')
  const department =
    departments.find(([code]) => code === topic.department)?.[1] ?? 'cơ quan chuyên môn'
  return {
    Who: place.level === 'city' ? 'Hà Nội' : place.name,
    who: place.who,
    committee: place.committee,
    area,
    dept:
      place.level === 'department' && place.unitCode === topic.department
        ? 'cơ quan chuyên môn'
        : department,
    street: street ?? '',
    street2: street2 ?? '',
    to: part,
    house: `nhà văn hóa ${part}`,
    d1: longDate(first),
    dm1: shortDate(first),
    thu1: weekdayName(first),
    d2: longDate(addDays(first, random.whole(12, 40))),
    gio: random.pick([
      '7 giờ 30',
      '8 giờ 00',
      '8 giờ 30',
      '9 giờ 00',
      '14 giờ 00',
      '14 giờ 30',
      '19 giờ 30',
    ]),
    month: `tháng ${Number(first.slice(5, 7))}/${first.slice(0, 4)}`,
    year: first.slice(0, 4),
    phone: `024 0000 ${random.whole(1000, 9999)}`,
    placeEn: place.level === 'city' ? 'Hanoi' : place.nameEn,
    streetEn: titleCase(vietnameseSlug(street ?? '').replace(/^(duong|pho|ngo)-/, '')),
    dateEn: englishDate(first),
  }
}

const eventDay = (args: {
  story: Story
  day: string
  isWorkingDay: (day: string) => boolean
  random: Random
}): string => {
  const { story, day, random } = args
  const step = story.when === 'past' ? -1 : 1
  let candidate = addDays(day, step * (story.when === 'past' ? 1 : random.whole(2, 9)))
  const fits = (one: string) =>
    story.isWeekend ? weekdayOf(one) === 0 || weekdayOf(one) === 6 : args.isWorkingDay(one)
  while (!fits(candidate)) candidate = addDays(candidate, step)
  return candidate
}

const titleCase = (slug: string) =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
