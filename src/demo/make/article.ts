import { vietnameseSlug } from '../../domain/text/vietnameseSlug.ts'
import { dayOf } from '../clock.ts'
import { expand } from '../grammar/expand.ts'
import type { Slots } from '../grammar/expand.ts'
import type { Story, Topic } from '../grammar/topic.ts'
import { heading, list, paragraph, quote, richText } from '../lexical.ts'
import type { RawDocument } from '../bulk/tableRows.ts'
import type { Random } from '../random.ts'
import type { Place } from './place.ts'
import { slotsFor } from './slots.ts'

/** What the maker of articles knows of the city. */
export type ArticleWorld = {
  topics: readonly Topic[]
  communes: readonly Place[]
  categoryIds: ReadonlyMap<string, number>
  /** Media by name of picture. */
  coverIds: ReadonlyMap<string, readonly number[]>
  isWorkingDay: (day: string) => boolean
  inventName: (random: Random) => string
  /** Titles given so far, all sites together. */
  titles: Set<string>
}

/** An article about an invented event, as the adapter stores it; no title is given twice. */
export const makeArticle = (args: {
  world: ArticleWorld
  place: Place
  releasedAt: Date
  isInEnglishToo: boolean
  random: Random
}): RawDocument => {
  const { world, place, releasedAt, random } = args
  for (let turn = 0; turn < 40; turn += 1) {
    const suited = turn < 20 ? topicsOf(world.topics, place) : world.topics
    const english = suited.filter((one) => one.english)
    const topic = random.pick(args.isInEnglishToo && english.length > 0 ? english : suited)
    const story = random.pick(topic.stories)
    const slots = slotsFor({
      place,
      communes: world.communes,
      topic,
      story,
      day: dayOf(releasedAt),
      isWorkingDay: world.isWorkingDay,
      random,
    })
    const title = expand(random.pick(story.titles), slots, random)
    if (world.titles.has(title)) continue
    world.titles.add(title)
    return compose({ ...args, topic, story, slots, title })
  }
  throw new Error('demo: the grammar has run out of titles')
}

const general = new Set(['one-stop', 'digital-signature', 'briefing', 'safe-living'])

/** A department writes about its own field, a ward not about rice. */
const topicsOf = (topics: readonly Topic[], place: Place): readonly Topic[] => {
  if (place.level === 'city') return topics
  if (place.level === 'commune') {
    return place.part === 'thôn' ? topics : topics.filter((one) => one.category !== 'nong-thon')
  }
  const own = topics.filter((one) => one.department === place.unitCode)
  return own.length > 0 ? own : topics.filter((one) => general.has(one.key))
}

const compose = (args: {
  world: ArticleWorld
  place: Place
  isInEnglishToo: boolean
  random: Random
  topic: Topic
  story: Story
  slots: Slots
  title: string
}): RawDocument => {
  const { world, place, random, topic, story, slots, title } = args
  const fill = (pattern: string) => expand(pattern, slots, random)
  const covers = world.coverIds.get(topic.picture)
  const english = args.isInEnglishToo ? topic.english : undefined
  return {
    title: { vi: title, ...(english ? { en: fill(random.pick(english.titles)) } : {}) },
    lead: { vi: fill(story.lead), ...(english ? { en: fill(english.lead) } : {}) },
    body: {
      vi: vietnameseBody({ topic, story, fill, random }),
      ...(english ? { en: richText(english.paragraphs.map((text) => paragraph(fill(text)))) } : {}),
    },
    slug: vietnameseSlug(title),
    site: place.siteId,
    category: world.categoryIds.get(topic.category),
    ...(covers && covers.length > 0 ? { cover: random.pick(covers) } : {}),
    author: world.inventName(random),
    sourceAgency: place.level === 'city' ? slots.dept : place.committee,
    contentKind: topic.contentKind ?? 'newsEvent',
  }
}

const vietnameseBody = (args: {
  topic: Topic
  story: Story
  fill: (pattern: string) => string
  random: Random
}) => {
  const { topic, story, fill, random } = args
  const [first, ...others] = story.paragraphs
  const chosen = random.pick(topic.lists)
  return richText([
    ...(first === undefined ? [] : [paragraph(fill(first))]),
    ...others.map((text) => paragraph(fill(text))),
    heading(fill(chosen.heading)),
    list(random.some(chosen.items, random.whole(3, chosen.items.length)).map(fill)),
    ...random.some(topic.paragraphs, random.whole(1, 2)).map((text) => paragraph(fill(text))),
    quote(fill(random.pick(topic.quotes))),
    paragraph(fill(random.pick(closings))),
  ])
}

const closings = [
  'Thông tin chi tiết được [niêm yết tại trụ sở|đăng trên trang thông tin điện tử] và giải đáp qua số {phone} trong giờ hành chính.',
  'Người dân có ý kiến xin gửi mục Hỏi – đáp; {committee} trả lời trong thời hạn quy định.',
  'Nội dung này được phát trên hệ thống truyền thanh cơ sở lúc [6 giờ 30 và 17 giờ 00|5 giờ 45 và 16 giờ 45] trong {#3-7} ngày liền.',
  'Mọi thay đổi về thời gian, địa điểm sẽ được [thông báo trước ít nhất 24 giờ|cập nhật ngay tại bài này].',
  '{committee} mong người dân {area} chia sẻ, phối hợp và [nhắc nhau cùng thực hiện|báo cho cơ quan chức năng khi cần hỗ trợ].',
]
