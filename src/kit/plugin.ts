import type { Config } from 'payload'

/** A Coloa plugin: a function from config to config with its place in the order. */
export type ColoaPlugin = ((config: Config) => Config) & { slug: string; order: number }

/**
 * Names a plugin and gives it its place: release-log 0, editorial-board 10, update-sla 20, cross-posting 30, dispatch 40.
 */
export const plugin = (
  place: { slug: string; order: number },
  apply: (config: Config) => Config,
): ColoaPlugin => Object.assign((config: Config) => apply(config), place)
