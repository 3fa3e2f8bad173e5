import { plugin } from '#kit/plugin.ts'

/** Feeds for component sites. */
export const crossPosting = () => plugin({ slug: 'cross-posting', order: 30 }, (config) => config)
