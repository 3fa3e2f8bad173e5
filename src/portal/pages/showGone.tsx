import type { ItemKey } from '#plugins/release-log/read.ts'
import { Page } from '../page/Page.tsx'
import { Moment } from '../parts/Day.tsx'
import { html } from '../router/ask.ts'
import type { Answer, Ask } from '../router/ask.ts'
import { notFound } from '../router/badInput.ts'
import { menuHref } from '../site/menuHref.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/**
 * What stands where something was withdrawn: what it was, when and why, and what to read instead; 410. Where nothing ever was: 404.
 *
 * @throws not_found
 */
export const showGone = async (ask: Ask, key: ItemKey): Promise<Answer> => {
  const gone = await ask.context.reader.tombstone(key)
  if (!gone) throw notFound()
  const { site } = ask
  const words = wordsOf(site.locale)
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={words.withdrawnTitle}
      isUnlisted
      alarms={ask.alarms}
    >
      <div className="wrap column">
        <h1>{words.withdrawnTitle}</h1>
        <p className="lead">{words.withdrawnText}</p>
        <dl className="facts">
          <div>
            <dt>{words.withdrawnWhat}</dt>
            <dd lang="vi">{gone.title}</dd>
          </div>
          <div>
            <dt>{words.withdrawnOn}</dt>
            <dd>
              <Moment at={gone.releasedAt} locale={site.locale} />
            </dd>
          </div>
          {words.withdrawalTypes[gone.reasonCode] ? (
            <div>
              <dt>{words.withdrawnType}</dt>
              <dd>{words.withdrawalTypes[gone.reasonCode]}</dd>
            </div>
          ) : null}
          {gone.explanation ? (
            <div>
              <dt>{words.withdrawnReason}</dt>
              <dd lang="vi">{gone.explanation}</dd>
            </div>
          ) : null}
        </dl>
        {gone.redirectTo ? (
          <p>
            <a className="button" href={menuHref(ask.place, gone.redirectTo)}>
              {words.withdrawnInstead}
            </a>
          </p>
        ) : null}
        <p>
          <a className={gone.redirectTo ? undefined : 'button'} href={linkTo(site, '/')}>
            {words.backHome}
          </a>
        </p>
      </div>
    </Page>,
    410,
  )
}
