import { vietnameseSlug } from '../domain/text/vietnameseSlug.ts'
import type { Loading } from './loadRegistry.ts'
import { makeArticle } from './make/article.ts'
import type { ArticleWorld } from './make/article.ts'
import type { Place } from './make/place.ts'
import { citySchedule, spreadSchedule } from './make/schedule.ts'
import type { DemoSize } from './options.ts'
import type { Publication } from './publisher.ts'

/** An article to be written: whose, and when it was released. */
export type Planned = { place: Place; releasedAt: Date }

/** Site by site, each in the order of time. */
export const planArticles = (
  loading: Pick<Loading, 'random' | 'now'>,
  places: readonly Place[],
  size: DemoSize,
): Planned[] => {
  const random = loading.random.fork('schedule')
  const { now } = loading
  const spread = (place: Place, count: number, from = 1, to = 364) =>
    spreadSchedule({ now, count, from, to, random }).map((releasedAt) => ({ place, releasedAt }))
  if (!size.isDemo) {
    return places.flatMap((place, index) =>
      spread(
        place,
        Math.floor(((index + 1) * size.articles) / places.length) -
          Math.floor((index * size.articles) / places.length),
      ),
    )
  }
  return places.flatMap((place) => {
    if (place.level === 'city') {
      return citySchedule({ now, recentDays: 30, older: 90, random }).map((releasedAt) => ({
        place,
        releasedAt,
      }))
    }
    if (place.level === 'department') return [...spread(place, 4), ...spread(place, 1, 1, 3)]
    return spread(
      place,
      place.code === 'phuong-ba-dinh' ? 14 : 1,
      1,
      place.code === 'phuong-ba-dinh' ? 120 : 90,
    )
  })
}

/** Writes a planned article. */
export const writeArticle = (
  loading: Pick<Loading, 'random'>,
  world: ArticleWorld,
  planned: Planned,
): Publication => {
  const { place, releasedAt } = planned
  const data = makeArticle({
    world,
    place,
    releasedAt,
    isInEnglishToo: place.level === 'city' && loading.random.chance(0.15),
    random: loading.random,
  })
  const slug = datedSlug(String((data.title as { vi: string }).vi), releasedAt)
  return { log: place.code, releasedAt, data: { ...data, slug } }
}

/** Titles differ, but two may be folded to the same address: the day and the second tell them apart. */
const datedSlug = (title: string, releasedAt: Date): string => {
  const day = releasedAt.toISOString().slice(2, 10).replace(/-/g, '')
  const second = (Math.floor(releasedAt.getTime() / 1000) % 46_656).toString(36)
  return `${vietnameseSlug(title)}-${day}${second}`
}
