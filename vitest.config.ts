import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longestFirst.ts'

const globalSetup = ['tests/support/globalDatabase.ts']

/** What all processes of an integration test load first, those it starts included; a city in a browser is as it is. */
const ahead = ['quickPasswords', 'quickImports'].map(
  (name) => `--import=${pathToFileURL(`tests/support/preload/${name}.mjs`).href}`,
)
const quick = {
  execArgv: ahead,
  env: { NODE_OPTIONS: [process.env.NODE_OPTIONS ?? '', ...ahead].join(' ').trim() },
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Properties are tried on many cases, also on a machine that is busy.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...quick,
          // Servers find no speech engine and no ffmpeg there, whether the machine has them or not: speaking every bulletin
          // took more than sending it. Tests of speech and sound give their own, or are in `real`.
          env: { ...quick.env, SERVERS_PATH: path.dirname(process.execPath) },
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.{ts,tsx}'],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          globalSetup: [...globalSetup, 'tests/support/globalBuild.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['tests/real/**/*.test.ts'],
          globalSetup,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
