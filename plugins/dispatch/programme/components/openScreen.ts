import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { queryOf } from '#kit/admin/query.ts'
import type { Query } from '#kit/admin/query.ts'
import { programmeWordsOf } from '../programmeWords.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { seesProgrammes } from '../rights.ts'
import { openUnit } from '../screens/openUnit.ts'
import type { OpenedUnit } from '../screens/openUnit.ts'

/** What every programme screen begins with; `unit` is undefined where there is nothing to show, and `problem` says why. */
export type Screen = {
  req: PayloadRequest
  language: string
  words: ProgrammeWords
  query: Query
  now: Date
} & ({ unit: OpenedUnit } | { unit: undefined; problem: string })

/** Signs in, finds the commune, and picks the language. */
export const openScreen = async (view: AdminViewServerProps, path: string): Promise<Screen> => {
  const { req } = view.initPageResult
  demandSignIn(req, path)
  const { language } = req.i18n
  const words = programmeWordsOf(language)
  const query = queryOf(view.searchParams)
  const now = new Date()
  const shared = { req, language, words, query, now }
  if (!(await seesProgrammes(req))) return { ...shared, unit: undefined, problem: words.forbidden }
  const unit = await openUnit(req, query.get('unit'), now)
  return unit ? { ...shared, unit } : { ...shared, unit: undefined, problem: words.noCommune }
}
