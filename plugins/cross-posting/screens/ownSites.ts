import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { handlers, membershipsHere, seesAll } from '../rights.ts'
import { readSites } from '../sites.ts'
import type { Site } from '../types.ts'

/** The sites whose exchange with others somebody sees. */
export type OwnSites = {
  /** Every site of the registry, by code. */
  all: ReadonlyMap<string, Site>
  /** Codes of those whose proposals the person reads. */
  read: readonly string[]
  /** Codes of those for which the person takes in, returns and offers. */
  handled: readonly string[]
}

/** The sites of the signed-in person: by board membership; every site, to read, for auditors and administrators. */
export const ownSites = async (req: PayloadRequest): Promise<OwnSites> => {
  const [sites, memberships] = await Promise.all([sqlOf(req).then(readSites), membershipsHere(req)])
  const isMember = (site: Site) => memberships.some((one) => one.site === site.id)
  const isHandler = (site: Site) =>
    memberships.some((one) => one.site === site.id && handlers.includes(one.role))
  const codesOf = (list: readonly Site[]) => list.map((one) => one.code)
  return {
    all: new Map(sites.map((one) => [one.code, one])),
    read: codesOf(seesAll(req) ? sites : sites.filter(isMember)),
    handled: codesOf(sites.filter(isHandler)),
  }
}

/** The name of a site in the language of the admin; its code when the registry does not know it. */
export const siteName = (
  sites: ReadonlyMap<string, Site>,
  code: string,
  language: string,
): string => {
  const site = sites.get(code)
  return (language === 'en' ? (site?.nameEn ?? site?.nameVi) : site?.nameVi) ?? code
}
