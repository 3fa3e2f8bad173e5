import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder; `import.meta.dirname` is unknown to the admin's bundler. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
