import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { isoDay } from '#domain/text/formatDate.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { Filters } from '#kit/admin/Filters.tsx'
import { queryOf } from '#kit/admin/query.ts'
import { theOptions } from '../../options.ts'
import { siteName } from '../../screens/ownSites.ts'
import { readConsentPage, whens } from '../../screens/readConsentPage.ts'
import { CrossPostingPage } from '../CrossPostingPage.tsx'
import { ConsentForm } from './ConsentForm.tsx'
import { ConsentTable } from './ConsentTable.tsx'
import { consentWordsOf } from './consentWords.ts'

/** `/admin/cross-posting/consents`: what boards let in beforehand; heads give and revoke, the others read. */
export const ConsentList = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/cross-posting/consents')
  const { language } = req.i18n
  const words = consentWordsOf(language)
  const { consents: register } = theOptions()
  const page = await readConsentPage(req)
  const query = queryOf(view.searchParams)
  const [when, site] = [query.get('when'), query.get('site')]
  const shown = page.consents.filter(
    (one) => (!when || one.when === when) && (!site || one.log === site || one.sourceLog === site),
  )
  const choices = [...page.sites.all.values()].filter((one) => one.isActive)
  const named = (codes: readonly string[]) =>
    codes.map((code) => [code, siteName(page.sites.all, code, language)] as const)
  const codes = choices.map((one) => one.code)
  const isFiltered = when !== undefined || site !== undefined
  return (
    <CrossPostingPage tab="/consents" title={words.title} view={view}>
      {!register || page.sites.read.length === 0 ? (
        <p>{words.notAllowed}</p>
      ) : (
        <>
          <p className="coloa-value">{words.intro}</p>
          {page.decided.length > 0 ? (
            <ConsentForm
              collections={page.collections}
              kinds={page.kinds}
              logs={named(page.decided)}
              path={register.path}
              sections={page.sections}
              sources={named(codes.filter((one) => one !== page.decided[0] || page.decided[1]))}
              today={isoDay(new Date().toISOString())}
            />
          ) : null}
          {page.consents.length > 0 ? (
            <Filters
              action="/admin/cross-posting/consents"
              fields={[
                {
                  name: 'when',
                  label: words.filterWhen,
                  value: when,
                  all: words.all,
                  options: whens.map((one) => [one, words[`when_${one}`]] as const),
                },
                {
                  name: 'site',
                  label: words.filterSite,
                  value: site,
                  all: words.all,
                  options: named(sitesIn(page.consents)),
                },
              ]}
              words={words}
            />
          ) : null}
          {shown.length > 0 ? (
            <>
              <p>{fill(words.count, { n: shown.length })}</p>
              <ConsentTable
                consents={shown}
                language={language}
                page={page}
                path={register.path}
                words={words}
              />
            </>
          ) : (
            <div className="coloa-empty">
              <p>{isFiltered ? words.noneFiltered : words.none}</p>
              {isFiltered ? null : <p>{words.noneHint}</p>}
            </div>
          )}
        </>
      )}
    </CrossPostingPage>
  )
}

const sitesIn = (consents: readonly { log: string; sourceLog: string }[]): string[] => [
  ...new Set(consents.flatMap((one) => [one.log, one.sourceLog])),
]
