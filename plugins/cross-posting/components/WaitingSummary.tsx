import type { ServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { requestOf } from '#kit/admin/requestOf.ts'
import { countWaiting } from '../screens/countWaiting.ts'
import { ownSites } from '../screens/ownSites.ts'
import { readIncoming } from '../screens/readIncoming.ts'
import { crossPostingWords } from './crossPostingWords.ts'
import { IncomingTable } from './IncomingTable.tsx'
import '#kit/admin/admin.css'
import './crossPosting.css'

const SHOWN = 5

/** The dashboard's block of cross-posting; nothing when nothing waits. */
export const WaitingSummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const { language } = req.i18n
  const words = crossPostingWords(language)
  const sites = await ownSites(req)
  const { total, urgent } = await countWaiting(req, sites.handled)
  if (total === 0) return null
  const { items } = await readIncoming({
    req,
    logs: sites.handled,
    tab: 'incoming',
    filter: { state: 'proposed' },
    page: 1,
    limit: SHOWN,
  })
  return (
    <section className="coloa-summary">
      <h2>{words.crossPosting}</h2>
      <p>
        <a href="/admin/cross-posting">
          <strong>{fill(words.summary, { n: total })}</strong>
        </a>
        {urgent > 0 ? (
          <span className="coloa-late">, {fill(words.summaryUrgent, { n: urgent })}</span>
        ) : null}
      </p>
      <IncomingTable
        items={items}
        language={language}
        now={new Date()}
        sites={sites}
        words={words}
      />
    </section>
  )
}
