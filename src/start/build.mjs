import { bootstrap } from './bootstrap.mjs'

await bootstrap(async () => {
  const { buildIfStale } = await import('./buildIfStale.mjs')
  await buildIfStale()
})
