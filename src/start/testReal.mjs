import { bootstrap } from './bootstrap.mjs'

// Tests with the real programs of other people: mosquitto, Icecast, Liquidsoap, ffmpeg, xmllint, Chromium.
await bootstrap(async () => {
  const { demandPrograms, wholePath } = await import('./realPrograms.mjs')
  demandPrograms()
  process.env.PATH = wholePath()
  const { runTests } = await import('./runTests.mjs')
  process.exitCode = await runTests(['real'])
})
