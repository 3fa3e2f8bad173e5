import { loadDocuments } from './bulk/loadDocuments.ts'
import { reserveIds } from './bulk/reserveIds.ts'
import type { RawDocument } from './bulk/tableRows.ts'
import { recordImportDecision } from '#plugins/release-log/index.ts'
import { categories } from './data/categories.ts'
import { inventName } from './data/names.ts'
import { topics } from './grammar/topics/index.ts'
import { loadPublicLife } from './loadPublicLife.ts'
import { loadRegistry } from './loadRegistry.ts'
import type { Loading, Registry } from './loadRegistry.ts'
import type { Waiting } from './stageDesk.ts'
import type { ArticleWorld } from './make/article.ts'
import { makePages } from './make/pages.ts'
import { makeSettings } from './make/settings.ts'
import { isWorkingDay } from './make/workingDay.ts'
import type { DemoSize } from './options.ts'
import { planArticles, writeArticle } from './planArticles.ts'
import { publisher } from './publisher.ts'
import type { Pictures } from './pictures/uploadPictures.ts'

/** Tells how far a step is. */
export type Progress = {
  start: (name: string, total: number) => void
  advance: (count: number) => void
}

/** A city as it was stored. */
export type City = {
  registry: Registry
  world: ArticleWorld
  /** The decision everything released here rests on. */
  decisionId: string
  waiting: Waiting[]
}

/** Fills the city in one transaction the caller holds; of a city for measurements all but its articles. */
export const loadCity = async (args: {
  loading: Loading
  size: DemoSize
  pictures: Pictures
  progress: Progress
}): Promise<City> => {
  const { loading, size, pictures, progress } = args
  progress.start('Đơn vị, trang, tài khoản', 1)
  const registry = await loadRegistry(loading, size.sites)
  progress.advance(1)
  const decisionId = await recordImportDecision({
    client: loading.client,
    decidedBy: registry.headId,
    explanation: size.isDemo
      ? 'Nạp dữ liệu ban đầu của thành phố mẫu'
      : `Nạp dữ liệu ban đầu của thành phố đo: ${size.articles} tin, bài`,
  })
  const publish = publisher({
    client: loading.client,
    payload: loading.payload,
    decisionId,
    pictures,
    onDone: (count) => progress.advance(count),
  })
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
  if (!size.isDemo) return { registry, world, decisionId, waiting: [] }
  const plan = planArticles(loading, registry.places, size)
  progress.start('Tin, bài', plan.length)
  await publish(
    'articles',
    plan.map((one) => writeArticle(loading, world, one)),
  )
  const waiting = await loadPublicLife({ loading, registry, world, publish, progress })
  return { registry, world, decisionId, waiting }
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
