import type { FlattenedField, PayloadRequest } from 'payload'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { labelIn } from '#kit/admin/compare/fieldLabel.ts'
import { theOptions } from '../options.ts'
import type { StandingConsent } from '../options.ts'
import { ownSites } from './ownSites.ts'
import type { OwnSites } from './ownSites.ts'

/** The states of a consent. */
export const whens = ['now', 'coming', 'expired', 'ended'] as const

/** What the page of standing consents shows to the signed-in person. */
export type ConsentPage = {
  sites: OwnSites
  consents: StandingConsent[]
  /** Codes of the logs for which the person gives and revokes. */
  decided: readonly string[]
  collections: Choice[]
  sections: Choice[]
  kinds: Choice[]
}

/** The consents of the person's sites, on either side of them. */
export const readConsentPage = async (req: PayloadRequest): Promise<ConsentPage> => {
  const { consents: register, sections } = theOptions()
  const sites = await ownSites(req)
  const isOwn = (code: string) => sites.read.includes(code)
  const [consents, decided, names] = await Promise.all([
    register?.read(req) ?? [],
    register?.decidesFor(req) ?? [],
    sections?.(req) ?? [],
  ])
  return {
    sites,
    consents: consents.filter((one) => isOwn(one.log) || isOwn(one.sourceLog)),
    decided: decided.filter((code) => sites.all.has(code)),
    collections: collectionChoices(req),
    sections: names.map(({ id, name }) => [String(id), name]),
    kinds: kindChoices(req),
  }
}

const languageOf = (req: PayloadRequest) => (req.i18n.language === 'en' ? 'en' : 'vi')

const configOf = (req: PayloadRequest, slug: string) =>
  req.payload.config.collections.find((one) => one.slug === slug)

const collectionChoices = (req: PayloadRequest): Choice[] =>
  theOptions().collections.map(({ slug }) => [
    slug,
    labelIn(configOf(req, slug)?.labels.plural, languageOf(req)) ?? slug,
  ])

/** The kinds of content of all collections: the options of the field that their projection names. */
const kindChoices = (req: PayloadRequest): Choice[] => {
  const choices = new Map<string, string>()
  for (const { slug, projection } of theOptions().collections) {
    const field = configOf(req, slug)?.flattenedFields.find((one) => one.name === projection.kind)
    for (const [value, label] of optionsOf(field, languageOf(req))) choices.set(value, label)
  }
  return [...choices]
}

const optionsOf = (field: FlattenedField | undefined, language: 'vi' | 'en'): Choice[] =>
  field?.type === 'select' || field?.type === 'radio'
    ? field.options.map((one) =>
        typeof one === 'string'
          ? [one, one]
          : [one.value, labelIn(one.label, language) ?? one.value],
      )
    : []
