import { bootstrap } from './bootstrap.mjs'

await bootstrap(async () => {
  const { runTests } = await import('./runTests.mjs')
  process.exitCode = await runTests(process.argv.slice(2))
})
