import type { ReactElement } from 'react'
import { Page } from '../page/Page.tsx'
import { Crumbs } from '../parts/Crumbs.tsx'
import { Day } from '../parts/Day.tsx'
import { Corrections } from '../parts/Corrections.tsx'
import { Files } from '../parts/Files.tsx'
import { canonicalOrigin, originOf } from '../parts/originOf.ts'
import { OriginLine } from '../parts/OriginLine.tsx'
import { filesOf } from '../parts/releasedFile.ts'
import { readCorrections } from '../lists/corrections.ts'
import { isEmptyText, textOf } from '../richText/lexicalNode.ts'
import { RichText } from '../richText/RichText.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { linkTo } from '../site/siteView.ts'
import { hashOfItem } from '../verify/findProof.ts'
import { VerifyLink } from '../verify/VerifyLink.tsx'
import { wordsOf } from '../words/wordsOf.ts'
import { showGone } from './showGone.tsx'

/** An official document: its particulars as a table, its files, its full text. */
export const showDocument: PageMaker = async (ask, slug) => {
  const { site, context } = ask
  const words = wordsOf(site.locale)
  const key = { log: ask.place.site.code, collection: 'documents' }
  const item = await context.reader.item({
    ...key,
    slug,
    locale: site.locale,
    fallbackLocale: 'vi',
  })
  if (!item) return showGone(ask, { ...key, slug })
  const { body } = item
  const number = textOf(body.number)
  const issuer = typeof body.issuer === 'number' ? body.issuer : -1
  const day = (value: unknown) => (typeof value === 'string' && value ? <Day at={value} /> : null)
  const facts: [string, string | ReactElement | null | undefined][] = [
    [words.number, number],
    [words.kind, words.documentKinds[item.kindCode ?? 'other']],
    [words.issuedOn, day(body.issuedOn)],
    [words.effectiveOn, day(body.effectiveOn)],
    [words.expiresOn, day(body.expiresOn)],
    [words.issuer, context.directory.unitName(issuer, site.locale)],
    [words.signer, typeof body.signer === 'string' ? body.signer : ''],
  ]
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const rest = `/van-ban/${item.slug}`
  const language = item.locale === site.locale ? {} : { lang: item.locale }
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={`${number} – ${item.title}`}
      description={item.title}
      rest={rest}
      original={canonicalOrigin(item)}
      otherLanguage={site.languages.includes(other) ? rest : undefined}
      active="/van-ban"
      kind="article"
      alarms={ask.alarms}
    >
      <div className="wrap">
        <Crumbs site={site} above={[{ label: words.documents, href: linkTo(site, '/van-ban') }]} />
        <article className="column">
          <Corrections site={site} corrections={await readCorrections(context.pool, item)} />
          {item.locale === site.locale ? null : <p className="hint">{words.onlyVietnamese}</p>}
          <h1 className="document-title">
            <span className="document-number">{number}</span>
            <span {...language}>{item.title}</span>
          </h1>
          {originOf(item) ? (
            <p className="meta">
              <OriginLine site={site} item={item} />
            </p>
          ) : null}
          <table className="facts-table">
            <tbody>
              {facts
                .filter(([, value]) => Boolean(value))
                .map(([name, value]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{value}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          <Files title={words.files} files={filesOf(body.files)} />
          {isEmptyText(body.body) ? null : (
            <section aria-labelledby="full-text">
              <h2 id="full-text">{words.fullText}</h2>
              <div {...language} className="full-text">
                <RichText value={body.body} />
              </div>
            </section>
          )}
          <VerifyLink site={site} sha256={await hashOfItem(context.pool, item)} />
        </article>
      </div>
    </Page>,
  )
}
