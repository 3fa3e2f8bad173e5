import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { admin } from './config/admin.ts'
import { collections } from './config/collections.ts'
import { explainErrors } from './config/explainErrors.ts'
import { database } from './config/database.ts'
import { env } from './config/env.ts'
import { i18n, localization } from './config/i18n.ts'
import { payloadEmail } from '#kit/mail/payloadEmail.ts'
import { plugins } from './config/plugins.ts'
import { root } from './config/root.ts'

export default buildConfig({
  admin,
  collections,
  db: database,
  editor: lexicalEditor(),
  email: payloadEmail(env),
  hooks: { afterError: [explainErrors] },
  i18n,
  localization,
  plugins,
  secret: env.payloadSecret,
  serverURL: '',
  sharp,
  telemetry: false,
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false }, tasks: [] },
  graphQL: { disablePlaygroundInProduction: true, maxComplexity: 200 },
  upload: { limits: { fileSize: 20 * 1024 * 1024 }, safeFileNames: true },
  // `npm run generate` writes the types; by itself Payload would start a process for it at every start outside production.
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
})
