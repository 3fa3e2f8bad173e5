import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import type { Label } from '#kit/label.ts'
import { theOptions } from '../options.ts'

/** What a site or board is called, by the code of a log or board. */
export type SiteNames = Record<'vi' | 'en', ReadonlyMap<string, string>>

/** The names of all boards and their logs in both languages, for whoever writes outside a request. */
export const readSiteNames = async (payload: Payload): Promise<SiteNames> => ({
  vi: await namesIn(payload, 'vi'),
  en: await namesIn(payload, 'en'),
})

const namesIn = async (payload: Payload, language: 'vi' | 'en') => {
  const req = await createLocalReq({}, payload)
  req.i18n = { ...req.i18n, language } as PayloadRequest['i18n'] // the same object in the reader's language
  return siteNamesOf(req)
}

/** What a site is called in both languages, by the code of its log. */
export const nameOfSite = (names: SiteNames, code: string): Label => ({
  vi: names.vi.get(code) ?? code,
  en: names.en.get(code) ?? code,
})

/** The same in the language of a request. */
export const siteNamesOf = async (req: PayloadRequest): Promise<ReadonlyMap<string, string>> => {
  const boards = await theOptions().boards(req)
  return new Map(
    boards.flatMap((one) => [one.board, ...one.logs].map((code) => [code, one.name] as const)),
  )
}
