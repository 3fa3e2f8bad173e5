import type { CollectionConfig } from 'payload'

/**
 * Drafts of a governed collection. No scheduled publishing and no validation of drafts: times are decisions of a board,
 * and a submission validates every language.
 */
export const draftVersions: CollectionConfig['versions'] = {
  maxPerDoc: 100,
  drafts: { autosave: { interval: 2000 }, schedulePublish: false, validate: false },
}
