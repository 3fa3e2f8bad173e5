import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './bootstrap.mjs'
import { progress } from './progress.mjs'
import { sweepTestDatabases } from './sweepTestDatabases.mjs'

const bin = (name) => path.join(root, 'node_modules/.bin', name)

/**
 * Everything `npm test` runs, in order; words after `--` pick some of the steps.
 *
 * @param {string[]} wanted names of steps; none: all
 * @returns {Promise<number>} exit code
 */
export const runTests = async (wanted) => {
  await sweepTestDatabases()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void breakOff())
  const total = { passed: 0, failed: 0 }
  const started = Date.now()
  for (const step of steps()) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue
    const outcome = await step.run()
    total.passed += outcome.passed
    total.failed += outcome.failed
  }
  process.stdout.write(
    `\nin ${Math.round((Date.now() - started) / 1000)} s\n${total.passed} passed, ${total.failed} failed\n`,
  )
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

const steps = () => [
  { name: 'lint', run: () => check('Lint', bin('oxlint'), ['--type-aware', '--deny-warnings']) },
  { name: 'format', run: () => check('Format', bin('prettier'), ['--check', '.']) },
  { name: 'types', run: () => check('Types', bin('tsc'), ['--noEmit']) },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'integration', run: () => vitest('integration') },
  { name: 'build', run: () => check('Build', process.execPath, ['src/start/build.mjs']) },
  { name: 'contract', run: () => vitest('contract') },
  { name: 'e2e', run: () => vitest('e2e') },
]

/** A tool that says yes or no counts as one test. */
const check = async (title, command, args) => {
  const step = progress(title)
  const { code, output } = await run(command, args)
  if (code === 0) {
    step.done()
    return { passed: 1, failed: 0 }
  }
  step.fail()
  process.stdout.write(`${output}\n`)
  return { passed: 0, failed: 1 }
}

const vitest = async (project) => {
  const folder = path.join(root, '.coloa/reports')
  const report = path.join(folder, `${project}.json`)
  await mkdir(folder, { recursive: true })
  await rm(report, { force: true })
  process.stdout.write(`\n  Tests: ${project}\n`)
  const { code } = await run(
    bin('vitest'),
    [
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { isShown: true },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    await readFile(report, 'utf8'),
  )
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0)
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** The step under way; it leads a group of processes of its own, whom it may leave behind when it is broken off. */
let leader = 0
let isBrokenOff = false

const breakOff = async () => {
  isBrokenOff = true
  const group = leader
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    for (
      let turn = 0;
      turn < 100 && tell(group, signal === 'SIGKILL' || turn === 0 ? signal : 0);
      turn += 1
    )
      await pause(100)
  }
  await sweepTestDatabases()
  process.exit(1)
}

/** @returns {boolean} whether anybody of the group is left */
const tell = (group, signal) => {
  if (!group) return false
  try {
    process.kill(process.platform === 'win32' ? group : -group, signal)
    return true
  } catch {
    return false
  }
}

const run = (command, args, { isShown = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: isShown && process.stdout.isTTY ? '1' : '0' },
    })
    leader = child.pid ?? 0
    let output = ''
    child.stdout?.on('data', (part) => (output += part))
    child.stderr?.on('data', (part) => (output += part))
    child.once('error', (error) => resolve({ code: 1, output: String(error) }))
    child.once('exit', (code) => {
      if (!isBrokenOff) resolve({ code, output })
    })
  })
