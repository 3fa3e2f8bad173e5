import type { ConfigStep } from '#kit/compose.ts'
import type { ReleaseLogOptions } from './options.ts'

/** Carries the options with the config, where the migrator and the services find them. The tables are in `sql/`. */
export const schema =
  (settings: ReleaseLogOptions): ConfigStep =>
  (config) => ({ ...config, custom: { ...config.custom, releaseLog: settings } })
