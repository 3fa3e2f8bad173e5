import type { PluginJobs } from './startWorker.ts'

/** The background work of every plugin. */
export const pluginJobs: readonly PluginJobs[] = []
