import { bootstrap } from './bootstrap.mjs'
import { demandBench } from './benches.mjs'

await bootstrap(async () => {
  const { runBench } = await import('./runBench.mjs')
  process.exitCode = await runBench(demandBench(process.argv.slice(2)))
}, demandBench)
