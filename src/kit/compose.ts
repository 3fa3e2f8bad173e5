import type { CollectionConfig, CollectionSlug, Config, Endpoint } from 'payload'
import { deepMergeSimple } from 'payload'

/** One step of a plugin: takes a config, returns another, mutates nothing. */
export type ConfigStep = (config: Config) => Config

/** Applies steps from left to right. */
export const compose =
  (...steps: ConfigStep[]): ConfigStep =>
  (config) =>
    steps.reduce((current, step) => step(current), config)

/** Adds collections after those of the site. */
export const addCollections =
  (...collections: CollectionConfig[]): ConfigStep =>
  (config) => ({ ...config, collections: [...(config.collections ?? []), ...collections] })

/**
 * Replaces one collection by what `change` returns.
 *
 * @throws when no collection has that slug
 */
export const extendCollection =
  (slug: CollectionSlug, change: (collection: CollectionConfig) => CollectionConfig): ConfigStep =>
  (config) => {
    const collections = config.collections ?? []
    if (!collections.some((one) => one.slug === slug)) {
      throw new Error(`There is no collection "${slug}" to extend`)
    }
    return {
      ...config,
      collections: collections.map((one) => (one.slug === slug ? change(one) : one)),
    }
  }

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Appends hooks to those the collection has, stage by stage. */
export const appendHooks =
  (hooks: Hooks) =>
  (collection: CollectionConfig): CollectionConfig => {
    const merged: Record<string, unknown> = { ...collection.hooks }
    for (const [stage, list] of Object.entries(hooks)) {
      merged[stage] = [...((merged[stage] as unknown[] | undefined) ?? []), ...list]
    }
    return { ...collection, hooks: merged as Hooks } // stage names and lists come from two values of the same type
  }

/** Adds endpoints at the root of the API. */
export const addEndpoints =
  (...endpoints: Endpoint[]): ConfigStep =>
  (config) => ({ ...config, endpoints: [...(config.endpoints ?? []), ...endpoints] })

/** Adds a plugin's texts; the site's own win. */
export const addTranslations =
  (texts: Record<string, Record<string, unknown>>): ConfigStep =>
  (config) => ({
    ...config,
    i18n: {
      ...config.i18n,
      translations: deepMergeSimple(texts, config.i18n?.translations ?? {}),
    },
  })

/** Runs `start` once Payload is up, after whatever ran there before. Must be idempotent and cheap. */
export const onInitAfter =
  (start: NonNullable<Config['onInit']>): ConfigStep =>
  (config) => ({
    ...config,
    onInit: async (payload) => {
      await config.onInit?.(payload)
      await start(payload)
    },
  })

type AdminComponents = NonNullable<NonNullable<Config['admin']>['components']>

/** Adds admin components: lists are appended, views merged by name. */
export const addComponents =
  (components: Partial<AdminComponents>): ConfigStep =>
  (config) => {
    const before = (config.admin?.components ?? {}) as Record<string, unknown>
    const merged: Record<string, unknown> = { ...before }
    for (const [slot, value] of Object.entries(components)) {
      merged[slot] = Array.isArray(value)
        ? [...((before[slot] as unknown[] | undefined) ?? []), ...(value as unknown[])]
        : { ...(before[slot] as object | undefined), ...(value as object) }
    }
    return { ...config, admin: { ...config.admin, components: merged as AdminComponents } } // merged slot by slot
  }
