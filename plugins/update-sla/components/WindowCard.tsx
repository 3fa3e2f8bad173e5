import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { timeText } from '../screens/dayText.ts'
import { itemHref } from '../screens/itemHref.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Evidence, JudgedWindow, SentAlert } from '../screens/readSiteDay.ts'
import { spanText } from '../screens/spanText.ts'
import { AlertLines } from './AlertLines.tsx'
import { siteWords } from './siteWords.ts'

/** A window of a day: how it was judged, by which release, how it was made good, and who was warned. */
export const WindowCard = (props: {
  code: string
  day: string
  startsAt: Date
  endsAt: Date
  log: string
  /** Absent while it has not been judged. */
  judged?: JudgedWindow
  releases: readonly Evidence[]
  alerts: readonly SentAlert[]
  screen: Screen
}) => {
  const { judged, screen, log } = props
  const { words, language, versions, now } = screen
  const siteTexts = siteWords(language)
  const obligation = versions.at(props.code, props.day)
  const clause = judged?.clause ?? obligation?.clause
  const release = (seq: string | null) => props.releases.find((one) => one.seq === seq)
  const metBy = judged
    ? release(judged.metBy)
    : props.releases.find(
        ({ at, kind, isImport }) =>
          at >= props.startsAt &&
          at < props.endsAt &&
          !isImport &&
          (kind === 'publish' || kind === 'update'),
      )
  const state =
    judged?.state ??
    (metBy ? 'met' : now < props.startsAt ? 'ahead' : now < props.endsAt ? 'open' : 'missed')
  const title = {
    met: siteTexts.windowMet,
    missed: siteTexts.windowMissed,
    open: siteTexts.windowOpen,
    ahead: siteTexts.windowAhead,
  }[state]
  const id = `cua-so-${props.code}`
  return (
    <section aria-labelledby={id} className={`coloa-window coloa-window-${state}`}>
      <h2 id={id}>
        {timeText(props.startsAt)}–{timeText(props.endsAt)} · {title}
      </h2>
      <p>
        {obligation?.label[language] ?? props.code}
        {clause ? ` (${citation(clause, language)})` : ''}
        {judged ? (
          <small>
            {fill(siteTexts.judgedAt, { at: momentText(judged.judgedAt.toISOString(), language) })}
          </small>
        ) : null}
      </p>
      {metBy ? (
        <Shown
          one={metBy}
          screen={screen}
          text={fill(siteTexts.metBy, { ref: `${log}:${metBy.seq}`, at: timeText(metBy.at) })}
        />
      ) : state === 'missed' ? (
        <p>{siteTexts.noRelease}</p>
      ) : null}
      {judged?.state === 'missed' ? (
        judged.madeGoodAt ? (
          <Shown
            one={release(judged.madeGoodBy)}
            screen={screen}
            text={fill(siteTexts.madeGoodBy, {
              ref: `${log}:${judged.madeGoodBy ?? ''}`,
              at: momentText(judged.madeGoodAt.toISOString(), language),
              time: spanText(
                (judged.madeGoodAt.getTime() - judged.endsAt.getTime()) / 3_600_000,
                words,
                language,
              ),
            })}
          />
        ) : (
          <p className="coloa-late">{siteTexts.notMadeGood}</p>
        )
      ) : null}
      {judged ? <AlertLines alerts={props.alerts} obligation={obligation} screen={screen} /> : null}
    </section>
  )
}

const Shown = (props: { text: string; one: Evidence | undefined; screen: Screen }) => {
  const { text, one, screen } = props
  const href = one ? itemHref(screen.req, one) : undefined
  return (
    <p>
      {text}
      {one ? <>: {href ? <a href={href}>{one.title || one.docId}</a> : one.title}</> : null}
    </p>
  )
}
