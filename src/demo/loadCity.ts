import type { CollectionSlug } from 'payload'
import { importDocuments } from './bulk/importDocuments.ts'
import type { ImportDocument } from './bulk/importDocuments.ts'
import { loadDocuments } from './bulk/loadDocuments.ts'
import { reserveIds } from './bulk/reserveIds.ts'
import type { RawDocument } from './bulk/tableRows.ts'
import { recordImportDecision } from '#plugins/release-log/index.ts'
import { vietnameseSlug } from '../domain/text/vietnameseSlug.ts'
import { categories } from './data/categories.ts'
import { inventName } from './data/names.ts'
import { topics } from './grammar/topics/index.ts'
import { loadPublicLife } from './loadPublicLife.ts'
import { loadRegistry } from './loadRegistry.ts'
import type { Loading, Registry } from './loadRegistry.ts'
import type { Waiting } from './stageDesk.ts'
import { makeArticle } from './make/article.ts'
import type { ArticleWorld } from './make/article.ts'
import type { Place } from './make/place.ts'
import { citySchedule, spreadSchedule } from './make/schedule.ts'
import { makePages } from './make/pages.ts'
import { makeSettings } from './make/settings.ts'
import { isWorkingDay } from './make/workingDay.ts'
import type { DemoSize } from './options.ts'
import type { Pictures } from './pictures/uploadPictures.ts'

/** Tells how far a step is. */
export type Progress = {
  start: (name: string, total: number) => void
  advance: (count: number) => void
}

/** Releases documents of a collection; ids are given here. */
export type Publish = (
  collection: CollectionSlug,
  documents: readonly { id?: number; log: string; data: RawDocument; releasedAt: Date }[],
) => Promise<number[]>

/** Fills the city in one transaction the caller holds. */
export const loadCity = async (args: {
  loading: Loading
  size: DemoSize
  pictures: Pictures
  progress: Progress
}): Promise<{ registry: Registry; waiting: Waiting[] }> => {
  const { loading, size, pictures, progress } = args
  progress.start('Đơn vị, trang, tài khoản', 1)
  const registry = await loadRegistry(loading, size.sites)
  progress.advance(1)
  const decisionId = await recordImportDecision({
    client: loading.client,
    decidedBy: registry.headId,
    explanation: 'Nạp dữ liệu ban đầu của thành phố mẫu',
  })
  const publish = publisher({ loading, decisionId, pictures, progress })
  const yearAgo = new Date(loading.now.getTime() - 365 * 86_400_000)
  progress.start('Chuyên mục, thông tin chung', categories.length + registry.places.length)
  const categoryIds = await publish(
    'categories',
    categories.map(([slug, vi, en], order) => ({
      log: 'common',
      releasedAt: yearAgo,
      data: { title: { vi, en }, slug, order: (order + 1) * 10 },
    })),
  )
  await publish(
    'site-settings',
    registry.places.map((place, index) => ({
      log: place.code,
      releasedAt: yearAgo,
      data: makeSettings(place, index),
    })),
  )
  const pages = registry.places.flatMap((place) =>
    makePages(place).map((data) => ({ log: place.code, releasedAt: yearAgo, data })),
  )
  progress.start('Trang giới thiệu, liên hệ', pages.length)
  await publish('pages', pages)
  const communes = registry.places.filter((one) => one.level === 'commune')
  const world: ArticleWorld = {
    topics,
    communes: communes.length > 0 ? communes : registry.places,
    categoryIds: new Map(categories.map(([slug], index) => [slug, categoryIds[index] ?? 0])),
    coverIds: pictures.ids,
    isWorkingDay,
    inventName,
    titles: new Set(),
  }
  const plan = articlePlan(loading, registry.places, size)
  progress.start('Tin, bài', plan.length)
  await publishInBatches(publish, plan, (one) => makeFrom(loading, world, one))
  const waiting = size.isDemo
    ? await loadPublicLife({ loading, registry, world, publish, progress })
    : []
  return { registry, waiting }
}

type Planned = { place: Place; releasedAt: Date }

const articlePlan = (loading: Loading, places: readonly Place[], size: DemoSize): Planned[] => {
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

const makeFrom = (loading: Loading, world: ArticleWorld, planned: Planned) => ({
  log: planned.place.code,
  releasedAt: planned.releasedAt,
  data: makeArticle({
    world,
    place: planned.place,
    releasedAt: planned.releasedAt,
    isInEnglishToo: planned.place.level === 'city' && loading.random.chance(0.15),
    random: loading.random,
  }),
})

const BATCH = 2000

/** Makes and stores batch by batch, so that memory does not grow with the city. */
const publishInBatches = async (
  publish: Publish,
  plan: readonly Planned[],
  make: (planned: Planned) => { log: string; releasedAt: Date; data: RawDocument },
) => {
  for (let from = 0; from < plan.length; from += BATCH) {
    await publish('articles', uniqueSlugs(plan.slice(from, from + BATCH).map(make)))
  }
}

/** Titles differ, but two may be folded to the same address; the later one is numbered by its day. */
const uniqueSlugs = <T extends { log: string; releasedAt: Date; data: RawDocument }>(
  list: T[],
): T[] =>
  list.map((one) => ({
    ...one,
    data: {
      ...one.data,
      slug: `${vietnameseSlug(String((one.data.title as { vi: string }).vi))}-${one.releasedAt.toISOString().slice(2, 10).replace(/-/g, '')}${(Math.floor(one.releasedAt.getTime() / 1000) % 46_656).toString(36)}`,
    },
  }))

const publisher =
  (args: {
    loading: Loading
    decisionId: string
    pictures: Pictures
    progress: Progress
  }): Publish =>
  async (collection, documents) => {
    const { client, payload } = args.loading
    const reserved = await reserveIds(client, collection.replace(/-/g, '_'), documents.length)
    const ready = documents.map((one, index): ImportDocument => {
      const time = one.releasedAt.toISOString()
      return {
        id: one.id ?? reserved[index] ?? 0,
        data: one.data,
        log: one.log,
        releasedAt: time,
        createdAt: new Date(one.releasedAt.getTime() - 5_400_000).toISOString(),
        updatedAt: time,
        status: 'published',
      }
    })
    await importDocuments({
      client,
      payload,
      collection,
      decisionId: args.decisionId,
      documents: ready,
      files: args.pictures.files,
      onDone: (count) => args.progress.advance(count),
    })
    return ready.map((one) => one.id)
  }

/** Stores drafts, which stay with their boards. */
export const storeDrafts = async (
  loading: Loading,
  drafts: readonly RawDocument[],
): Promise<number[]> => {
  const ids = await reserveIds(loading.client, 'articles', drafts.length)
  await loadDocuments({
    client: loading.client,
    payload: loading.payload,
    collection: 'articles',
    documents: drafts.map((data, index) => ({
      id: ids[index] ?? 0,
      data,
      createdAt: loading.now.toISOString(),
      updatedAt: loading.now.toISOString(),
      status: 'draft',
    })),
  })
  return ids
}
