import { registerHooks } from 'node:module'

/**
 * Loaded ahead of an integration test's processes: for every file that is imported Node reads the whole package.json of its
 * package anew, which is 200 kB long in two of these and makes a third of what it takes to load Payload. Files that a file of
 * these packages imports of its own are found without that; all of them are ES modules.
 */
const ofThem =
  /\/node_modules\/(?:drizzle-orm|date-fns|payload|@payloadcms\/[^/]+)\/(?!.*\/node_modules\/)/

registerHooks({
  resolve: (specifier, context, next) =>
    /^\.\.?\/.*\.js$/.test(specifier) &&
    ofThem.test(context.parentURL ?? '') &&
    context.conditions.includes('import')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
