import { fill } from '#domain/text/fill.ts'
import { formatDate } from '#domain/text/formatDate.ts'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { StandingConsent } from '../../options.ts'
import { siteName } from '../../screens/ownSites.ts'
import type { ConsentPage } from '../../screens/readConsentPage.ts'
import type { ConsentWords } from './consentWords.ts'
import { RevokeForm } from './RevokeForm.tsx'

type Shown = { page: ConsentPage; path: string; words: ConsentWords; language: string }

/** Standing consents: whether they hold, between whom, for what, and by which resolution. */
export const ConsentTable = (props: { consents: readonly StandingConsent[] } & Shown) => {
  const { words, page } = props
  const hasActs = props.consents.some((one) => mayRevoke(one, page))
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnWhen}</th>
          <th scope="col">{words.columnSites}</th>
          <th scope="col">{words.columnScope}</th>
          <th scope="col">{words.columnMay}</th>
          <th scope="col">{words.columnDocument}</th>
          {hasActs ? <th scope="col">{words.columnActs}</th> : null}
        </tr>
      </thead>
      <tbody>
        {props.consents.map((one) => (
          <Row {...props} consent={one} hasActs={hasActs} key={one.id} />
        ))}
      </tbody>
    </table>
  )
}

const Row = (props: { consent: StandingConsent; hasActs: boolean } & Shown) => {
  const { consent, words, page, language } = props
  const nameOf = (code: string) => siteName(page.sites.all, code, language)
  return (
    <tr>
      <td data-label={words.columnWhen}>
        <strong>{words[`when_${consent.when}`]}</strong>
        <small>
          {fill(words.span, { from: dayText(consent.startsOn), to: dayText(consent.endsOn) })}
        </small>
      </td>
      <td data-label={words.columnSites}>
        {fill(words.receives, { to: nameOf(consent.log), from: nameOf(consent.sourceLog) })}
      </td>
      <td data-label={words.columnScope}>
        <Lines lines={scopeLines(consent, page, words)} />
      </td>
      <td data-label={words.columnMay}>
        <Lines lines={flagLines(consent, words)} />
      </td>
      <td data-label={words.columnDocument}>
        {consent.document}
        <small>
          {fill(consent.actingForName ? words.byFor : words.by, {
            name: consent.grantedByName ?? '–',
            head: consent.actingForName ?? '',
            at: momentText(consent.madeAt, language),
          })}
        </small>
        {consent.ended ? (
          <small>
            {fill(words.endedBy, {
              name: consent.ended.byName ?? '–',
              at: momentText(consent.ended.at, language),
            })}
            : <q>{consent.ended.reason}</q>
          </small>
        ) : null}
      </td>
      {props.hasActs ? (
        <td className="coloa-acts" data-label={words.columnActs}>
          {mayRevoke(consent, page) ? (
            <RevokeForm path={`${props.path}/${consent.id}`} site={nameOf(consent.sourceLog)} />
          ) : null}
        </td>
      ) : null}
    </tr>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) =>
  lines.map((line) => (
    <span className="coloa-xp-line" key={line}>
      {line}
    </span>
  ))

const mayRevoke = (consent: StandingConsent, page: ConsentPage): boolean =>
  (consent.when === 'now' || consent.when === 'coming') && page.decided.includes(consent.log)

const scopeLines = (consent: StandingConsent, page: ConsentPage, words: ConsentWords): string[] => {
  const lines = (
    [
      [consent.collections, page.collections, words.collections],
      [consent.categories, page.sections, words.sections],
      [consent.kinds, page.kinds, words.kinds],
    ] as const
  ).flatMap(([chosen, choices, word]) =>
    chosen === null
      ? []
      : [fill(word, { list: chosen.map((one) => nameIn(choices, one)).join(', ') })],
  )
  return lines.length > 0 ? lines : [words.allScope]
}

const flagLines = (consent: StandingConsent, words: ConsentWords): string[] => {
  const lines = [
    ...(consent.mayPublish ? [words.mayPublish] : []),
    ...(consent.mayUpdate ? [words.mayUpdate] : []),
    ...(consent.mayEmergency ? [words.mayEmergency] : []),
  ]
  return lines.length > 0 ? lines : [words.mayNothing]
}

const nameIn = (choices: readonly Choice[], value: string | number): string =>
  choices.find(([one]) => one === String(value))?.[1] ?? String(value)

const dayText = (day: string): string => formatDate(`${day}T00:00:00+07:00`)
