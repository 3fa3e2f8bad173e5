import type { FormsOptions } from '#plugins/dispatch/index.ts'
import { env } from './env.ts'
import { profile } from './profiles/index.ts'

/** The forms bulletins take in this city. */
export const formsOptions: FormsOptions = {
  publicUrl: env.publicUrl,
  mediaDir: env.mediaDir,
  speech: profile.speech,
  formsByDevice: profile.formsByDevice,
  sizeHints: profile.bulletinSizes,
  proposals: profile.requireProposal,
}
