import type { Pool } from 'pg'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readConformance } from '../conformance.ts'
import { Part } from './FormFields.tsx'
import type { SitePart } from './sitePart.ts'

/** How far the site has read, log by log, and what it still shows that it should not. */
export const ConformancePart = async ({ req, site, words, language }: SitePart) => {
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const logs = await readConformance(pool, site)
  return (
    <Part id="conformance" intro={words.conformanceIntro} title={words.conformance}>
      {logs.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.neverPulled}</p>
          <p>{words.neverPulledHint}</p>
        </div>
      ) : null}
      {logs.map((log) => (
        <div key={log.log}>
          <p>
            <strong>
              {fill(words.pulledTo, { log: log.log, after: log.after, head: log.head })}
            </strong>{' '}
            <span className={log.behind > 0 ? 'coloa-late' : undefined}>
              {log.behind > 0 ? fill(words.lacks, { n: log.behind }) : words.complete}
            </span>
          </p>
          <p>
            {fill(words.lastPull, { at: momentText(log.pulledAt, language), key: log.keyLabel })}
          </p>
          {log.uncorrected > 0 ? <p>{fill(words.uncorrected, { n: log.uncorrected })}</p> : null}
          {log.stillShown.length > 0 ? (
            <div className="coloa-problem">
              <p>{fill(words.stillShown, { n: log.stillShown.length })}</p>
              <ul className="coloa-receiver-shown">
                {log.stillShown.map((item) => (
                  <li key={item.seq}>
                    {item.title || `${item.collection}/${item.id}`}{' '}
                    <small>
                      {fill(words.withdrawnAt, {
                        at: momentText(item.withdrawnAt, language),
                        seq: item.seq,
                      })}
                    </small>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      ))}
    </Part>
  )
}
