import type { DispatchOptions } from '#plugins/dispatch/index.ts'
import { env } from './env.ts'
import { formsOptions } from './forms.ts'
import { profile } from './profiles/index.ts'
import { stormOptions } from './storm.ts'

/** How bulletins go out in this city. */
export const dispatchOptions: DispatchOptions = {
  programme: { rules: profile.programme, publicUrl: env.publicUrl },
  forms: formsOptions,
  storm: stormOptions,
}
