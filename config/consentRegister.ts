import { boardsOf, readConsents } from '#plugins/editorial-board/index.ts'
import type { ConsentRegister } from '#plugins/cross-posting/index.ts'

/** Standing consents are decisions of boards; cross-posting shows them. */
export const consentRegister: ConsentRegister = {
  read: (req) => readConsents(req),
  decidesFor: async (req) =>
    (await boardsOf(req))
      .filter(({ roles, isActing }) => roles.includes('head') || isActing)
      .map(({ board }) => board),
  path: '/editorial-board/consents',
}
