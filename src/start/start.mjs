import { bootstrap } from './bootstrap.mjs'
import { parseOptions } from './parseOptions.mjs'

await bootstrap(async () => {
  const { runCity } = await import('./runCity.mjs')
  await runCity(parseOptions(process.argv.slice(2)))
}, parseOptions)
