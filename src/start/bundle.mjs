import path from 'node:path'
import { root } from './bootstrap.mjs'

/**
 * Bundles a program of ours to `dist/<name>.mjs`; packages stay outside.
 *
 * @param {{ entry: string, name: string }} program `entry` from the project's folder
 */
export const bundle = async ({ entry, name }) => {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [{ in: path.join(root, entry), out: name }],
    outdir: path.join(root, 'dist'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    sourcemap: true,
    logLevel: 'warning',
    absWorkingDir: root,
  })
}
