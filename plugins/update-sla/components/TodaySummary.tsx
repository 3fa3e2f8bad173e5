import type { ServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { ZONE } from '../options.ts'
import type { SiteToday, WindowToday } from '../today/readToday.ts'
import { readToday } from '../today/readToday.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'

const SHOWN = 12

/** The dashboard's clocks: today's update windows of the person's sites, trouble first. */
export const TodaySummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const now = new Date()
  const sites = await readToday(req, now)
  if (sites.length === 0) return null
  const words = wordsOf(req.i18n.language)
  const has = (site: SiteToday, state: WindowToday['state']) =>
    site.windows.some((one) => one.state === state)
  const rank = (site: SiteToday) => (has(site, 'missed') ? 0 : has(site, 'open') ? 1 : 2)
  const sorted = [...sites].sort((a, b) => rank(a) - rank(b))
  const hidden = sorted.length - SHOWN
  return (
    <section className="coloa-summary">
      <h2>{words.today}</h2>
      {sites.length > 1 ? (
        <p>
          {fill(words.sums, {
            sites: sites.length,
            missed: sites.filter((site) => has(site, 'missed')).length,
            open: sites.filter((site) => has(site, 'open')).length,
          })}
        </p>
      ) : null}
      <ul className="coloa-clocks">
        {sorted.slice(0, SHOWN).map((site) => (
          <SiteRow key={site.code} now={now} site={site} words={words} />
        ))}
      </ul>
      {hidden > 0 ? (
        <p>
          <a href="/admin/sla">{fill(words.more, { n: hidden })}</a>
        </p>
      ) : null}
    </section>
  )
}

const SiteRow = ({ site, words, now }: { site: SiteToday; words: Words; now: Date }) => (
  <li>
    <strong>{site.name}</strong>
    {site.windows.length === 0 ? <span>{words.none}</span> : null}
    {site.windows.map((one) => (
      <span className={`coloa-clock coloa-${one.state}`} key={one.window.code}>
        <b>
          {one.window.from}–{one.window.to}
        </b>
        {stateText(one, words, now)}
      </span>
    ))}
  </li>
)

const stateText = (one: WindowToday, words: Words, now: Date): string => {
  if (one.state === 'met') return fill(words.met, { at: clock(one.metAt ?? one.startsAt) })
  if (one.state === 'open') return fill(words.open, { left: leftText(one.endsAt, now, words) })
  return one.state === 'missed' ? words.missed : words.ahead
}

const clock = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  )

const leftText = (endsAt: string, now: Date, words: Words): string => {
  const minutes = Math.max(1, Math.ceil((Date.parse(endsAt) - now.getTime()) / 60_000))
  return minutes < 60
    ? fill(words.minutes, { m: minutes })
    : fill(words.hours, { h: Math.floor(minutes / 60), m: minutes % 60 })
}
