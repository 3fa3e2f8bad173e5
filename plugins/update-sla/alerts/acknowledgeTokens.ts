import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import { signedLinks } from '../links/signedLinks.ts'

/** Who may acknowledge which thread with a link. */
export type Acknowledger = { email: string; thread: string }

/** Tokens of the links by which a reader of a mail takes its matter on. */
export const acknowledgeTokens = (env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>) => {
  const links = signedLinks(env, 'sla-acknowledge')
  return {
    issue: ({ email, thread, now, days }: Acknowledger & { now: Date; days: number }) =>
      links.issue({ email, thread }, { now, days }),
    read: async (token: string, now: Date): Promise<Acknowledger | undefined> => {
      const claims = await links.read(token, now)
      return typeof claims?.email === 'string' && typeof claims.thread === 'string'
        ? { email: claims.email, thread: claims.thread }
        : undefined
    },
  }
}
