import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { Deliveries } from '../readDeliveries.ts'
import { CrossPostingPage } from '../../components/CrossPostingPage.tsx'
import { readDeliveries } from '../readDeliveries.ts'
import type { ReceiverWords } from '../receiverWords.ts'
import { receiverWords } from '../receiverWords.ts'
import { sitesFor } from '../siteRights.ts'
import { latencyText } from './latencyText.ts'
import './receivers.css'

const troubles: readonly Deliveries['state'][] = ['dead', 'gone', 'failing', 'silent', 'behind']

const filters = {
  all: () => true,
  troubled: ({ state }: Deliveries) => troubles.includes(state),
  connected: ({ state }: Deliveries) => state !== 'unconnected',
}

/** `/admin/cross-posting/sites`: how every site stands with what is released, those in trouble first. */
export const SitesPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/cross-posting/sites')
  const { language } = req.i18n
  const words = receiverWords(language)
  const codes = await sitesFor(req, 'see')
  const all = await readDeliveries(await sqlOf(req), codes)
  if (codes?.length === 0) {
    return (
      <CrossPostingPage tab="/sites" title={words.title} view={view}>
        <p>{words.notAllowed}</p>
      </CrossPostingPage>
    )
  }
  const asked = view.searchParams?.show
  const shown = asked === 'troubled' || asked === 'connected' ? asked : 'all'
  const sites = all.filter(filters[shown])
  return (
    <CrossPostingPage tab="/sites" title={words.title} view={view}>
      <p>{words.intro}</p>
      <nav aria-label={words.show} className="coloa-parts">
        {(['all', 'troubled', 'connected'] as const).map((one) => (
          <a
            aria-current={one === shown ? 'page' : undefined}
            href={`/admin/cross-posting/sites${one === 'all' ? '' : `?show=${one}`}`}
            key={one}
          >
            {words[one]} <small>{all.filter(filters[one]).length}</small>
          </a>
        ))}
      </nav>
      {sites.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.none}</p>
          <p>{words.noneHint}</p>
        </div>
      ) : (
        <>
          <p>{fill(words.count, { n: sites.length })}</p>
          <SiteTable language={language} sites={sites} words={words} />
        </>
      )}
    </CrossPostingPage>
  )
}

const SiteTable = (props: {
  sites: readonly Deliveries[]
  words: ReceiverWords
  language: string
}) => {
  const { words, language } = props
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnSite}</th>
          <th scope="col">{words.columnState}</th>
          <th scope="col">{words.columnPull}</th>
          <th scope="col">{words.columnBehind}</th>
          <th scope="col">{words.columnLatency}</th>
          <th scope="col">{words.columnBacklog}</th>
        </tr>
      </thead>
      <tbody>
        {props.sites.map((site) => (
          <tr key={site.code}>
            <td data-label={words.columnSite}>
              <a href={`/admin/cross-posting/sites/${site.code}`}>
                {language === 'en' ? site.nameEn : site.nameVi}
              </a>
            </td>
            <td data-label={words.columnState}>
              <span className={troubles.includes(site.state) ? 'coloa-late' : undefined}>
                {site.isHostedHere && site.state === 'unconnected'
                  ? words.hostedHere
                  : words[`state_${site.state}`]}
              </span>
            </td>
            <td data-label={words.columnPull}>
              {site.pulledAt ? momentText(site.pulledAt, language) : words.never}
            </td>
            <td data-label={words.columnBehind}>
              {site.behind === null ? words.nothing : fill(words.items, { n: site.behind })}
            </td>
            <td data-label={words.columnLatency}>
              {latencyText(site.p50, words, language)} / {latencyText(site.p99, words, language)}
            </td>
            <td data-label={words.columnBacklog}>{site.backlog}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
