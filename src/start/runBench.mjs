import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './bootstrap.mjs'
import { bundle } from './bundle.mjs'

/**
 * Runs a bench in a process of its own, which ends what it began when it is told to. Its servers are bundled first, as the
 * city's is, since pages are TSX.
 *
 * @param {{ name: string, words: string[] }} bench
 * @returns {Promise<number>} exit code
 */
export const runBench = async ({ name, words }) => {
  await bundle({ entry: 'tests/bench/server/serve.ts', name: 'bench-server' })
  const child = spawn(process.execPath, [path.join(root, 'tests/bench', `${name}.ts`), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
