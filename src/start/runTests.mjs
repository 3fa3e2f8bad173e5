import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './bootstrap.mjs'
import { progress } from './progress.mjs'
import { sweepTestDatabases } from './sweepTestDatabases.mjs'

const bin = (name) => path.join(root, 'node_modules/.bin', name)

/**
 * Everything `npm test` runs, in order; words after `--` pick some of the steps.
 *
 * @param {string[]} wanted names of steps; none: all but those that need more than npm
 * @returns {Promise<number>} exit code
 */
export const runTests = async (wanted) => {
  await sweepTestDatabases()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void breakOff())
  const total = { passed: 0, failed: 0, faults: [] }
  const started = Date.now()
  const isWanted = ({ name, isExtra }) => (wanted.length > 0 ? wanted.includes(name) : !isExtra)
  for (const lanes of stages()) {
    const runLane = async (lane) => {
      for (const step of lane.filter(isWanted)) {
        const outcome = await step.run()
        total.passed += outcome.passed
        total.failed += outcome.failed
        total.faults.push(...(outcome.faults ?? []))
      }
    }
    await Promise.all(lanes.map(runLane))
  }
  // Who runs this beside other tests tells all faults together at the end.
  if (process.env.FAULTS_TO && total.faults.length > 0)
    await appendFile(process.env.FAULTS_TO, `${total.faults.join('\n')}\n`)
  process.stdout.write(
    [
      '',
      ...total.faults,
      `in ${Math.round((Date.now() - started) / 1000)} s`,
      `${total.passed} passed, ${total.failed} failed`,
      '',
    ].join('\n'),
  )
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

/**
 * Stages come one after the other. The lanes of a stage run beside each other, for what is in one needs nothing of what is in
 * the other; types come before the build, which writes types of its own.
 */
const stages = () => [
  [
    [
      {
        name: 'lint',
        run: () => check('Lint', bin('oxlint'), ['--type-aware', '--deny-warnings']),
      },
      { name: 'types', run: () => check('Types', bin('tsc'), ['--noEmit']) },
      { name: 'build', run: () => check('Build', process.execPath, ['src/start/build.mjs']) },
    ],
    [{ name: 'format', run: () => check('Format', bin('prettier'), ['--check', '.']) }],
  ],
  [[{ name: 'unit', run: () => vitest('unit') }]],
  [[{ name: 'integration', run: () => vitest('integration') }]],
  [[{ name: 'contract', run: () => vitest('contract') }]],
  [[{ name: 'e2e', run: () => vitest('e2e') }]],
  // Needs programs of the system: `npm run test:real` looks for them first.
  [[{ name: 'real', isExtra: true, run: () => vitest('real') }]],
]

/** A tool that says yes or no counts as one test. */
const check = async (title, command, args) => {
  const step = progress(title, { isAlone: false })
  const { code, output } = await run(command, args)
  if (code === 0) {
    step.done()
    return { passed: 1, failed: 0 }
  }
  step.fail()
  process.stdout.write(`${output}\n`)
  return { passed: 0, failed: 1, faults: [`${title}: failed`] }
}

/**
 * Processes are killed and clocks raced here, and a busy machine may upset that: files that failed are run once more, whole
 * and one at a time, for tests of a file build on each other. What passed at the second try only is told with its first fault.
 */
const vitest = async (project) => {
  process.stdout.write(`\n  Tests: ${project}\n`)
  const first = await runFiles(project, project, { workers: WORKERS[project] ?? 2 })
  const files = [...first.failed]
  if (files.length === 0 || files.length > MOST_TRIED_AGAIN) return first.outcome
  process.stdout.write(
    `\n  Once more: ${files.map((one) => path.relative(root, one)).join(', ')}\n`,
  )
  const second = await runFiles(project, `${project}-again`, { files, workers: 1 })
  if (second.outcome.failed === 0)
    process.stdout.write(`\npassed at the second try only:\n${first.outcome.faults.join('\n')}\n`)
  const sound = first.results.filter(({ name }) => !first.failed.has(name)).flatMap(passedOf)
  return { ...second.outcome, passed: sound.length + second.outcome.passed }
}

/** Many of the integration tests wait: for a lease to end, a process to be killed, a heartbeat. Two cores carry three of them. */
const WORKERS = { integration: 3 }
/** More than these, and it is not the machine. */
const MOST_TRIED_AGAIN = 4

const passedOf = ({ assertionResults }) =>
  assertionResults.filter(({ status }) => status === 'passed')

const runFiles = async (project, name, { files = [], workers }) => {
  const folder = path.join(root, '.coloa/reports')
  const report = path.join(folder, `${name}.json`)
  await mkdir(folder, { recursive: true })
  const stray = path.join(folder, `${name}-stray.json`)
  for (const old of [report, stray]) await rm(old, { force: true })
  const { code } = await run(
    bin('vitest'),
    [
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      `--maxWorkers=${workers}`,
      '--reporter=default',
      '--reporter=json',
      `--reporter=${path.join(root, 'src/start/strayErrors.mjs')}`,
      `--outputFile.json=${report}`,
      ...files,
    ],
    { isShown: true, env: { STRAY_ERRORS: stray } },
  )
  if (!existsSync(report) || !existsSync(stray)) {
    const outcome = { passed: 0, failed: 1, faults: [`${name}: no report`] }
    return { results: [], failed: new Set(), outcome }
  }
  const told = JSON.parse(await readFile(report, 'utf8'))
  const strays = JSON.parse(await readFile(stray, 'utf8'))
  const failed = told.numFailedTests + (told.numFailedTests === 0 ? told.numFailedTestSuites : 0)
  const isUnexplained = failed === 0 && strays.length === 0 && code !== 0
  const results = told.testResults
  return {
    results,
    failed: new Set([
      ...results.filter(({ status }) => status === 'failed').map((one) => one.name),
      ...strays.flatMap(({ file }) => file ?? []),
    ]),
    outcome: {
      passed: told.numPassedTests,
      failed: failed + strays.length + (isUnexplained ? 1 : 0),
      faults: [
        ...results.filter(({ status }) => status === 'failed').flatMap(faultsOf),
        ...strays.map(strayFault),
        ...(isUnexplained ? [`${name}: ended with ${code}, though no test failed`] : []),
      ],
    },
  }
}

/** An error that no test caught: nobody's assertion, yet a process of the product might have ended by it. */
const strayFault = ({ file, test, text }) =>
  `${file ? path.relative(root, file) : 'no file'} > ${test ?? 'between tests'}: an error that nobody caught\n  ${text.slice(0, 2000)}`

/** The names of what failed in a file and the beginning of why, told again at the very end, where they are found. */
const faultsOf = ({ name, message, assertionResults }) => {
  const file = path.relative(root, name)
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return [`${file}\n  ${message.slice(0, 2000)}`]
  return failed.map(
    ({ fullName, failureMessages }) =>
      `${file} > ${fullName}\n  ${failureMessages.join('\n  ').slice(0, 2000)}`,
  )
}

/** Steps under way; each leads a group of processes of its own, whom it may leave behind when it is broken off. */
const leaders = new Set()
let isBrokenOff = false

const breakOff = async () => {
  isBrokenOff = true
  await Promise.all([...leaders].map(endGroup))
  await sweepTestDatabases()
  process.exit(1)
}

const endGroup = async (group) => {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    for (
      let turn = 0;
      turn < 100 && tell(group, signal === 'SIGKILL' || turn === 0 ? signal : 0);
      turn += 1
    )
      await pause(100)
  }
}

/** @returns {boolean} whether anybody of the group is left */
const tell = (group, signal) => {
  try {
    process.kill(process.platform === 'win32' ? group : -group, signal)
    return true
  } catch {
    return false
  }
}

const run = (command, args, { isShown = false, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: {
        // Every test file loads the same packages anew; compiled once, they load in half the time.
        NODE_COMPILE_CACHE: path.join(root, '.coloa/compile-cache'),
        ...process.env,
        ...env,
        FORCE_COLOR: isShown && process.stdout.isTTY ? '1' : '0',
      },
    })
    const { pid } = child
    if (pid) leaders.add(pid)
    let output = ''
    child.stdout?.on('data', (part) => (output += part))
    child.stderr?.on('data', (part) => (output += part))
    child.once('error', (error) => resolve({ code: 1, output: String(error) }))
    child.once('exit', (code) => {
      if (isBrokenOff) return
      leaders.delete(pid)
      resolve({ code, output })
    })
  })
