import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { InboxItem } from '../screens/readInbox.ts'
import { ListenButton } from './ListenButton.tsx'
import { OfferActs } from './OfferActs.tsx'

/** One bulletin in the inbox: by when, what it says and how long, and what can be done with it. */
export const OfferCard = (props: {
  item: InboxItem
  words: ProgrammeWords
  language: string
  now: Date
  may: { arrange: boolean; refuse: boolean }
}) => {
  const { item, words, language } = props
  const moment = (at: string) => momentText(at, language)
  const isLate = item.proposedAt !== null && new Date(item.proposedAt) < props.now
  return (
    <li className={item.priority === 'priority' ? 'coloa-offer coloa-offer-first' : 'coloa-offer'}>
      <h2>
        {item.priority === 'priority' ? <b className="coloa-tag">{words.priority}</b> : null}
        {item.isOwn ? <b className="coloa-tag">{words.own}</b> : null}
        {item.title}
      </h2>
      <p className="coloa-meta">
        <strong className={isLate && item.state === 'offered' ? 'coloa-late' : undefined}>
          {words.columnWhen}: {item.proposedAt ? moment(item.proposedAt) : words.noTime}
          {isLate && item.state === 'offered' ? ` (${words.overdue})` : ''}
        </strong>
        <span>{lengthText(item.seconds, language)}</span>
        <span>{item.issuer}</span>
        {item.expiresAt ? <span>{fill(words.expires, { at: moment(item.expiresAt) })}</span> : null}
        {item.renewedAt ? <span>{fill(words.renewed, { at: moment(item.renewedAt) })}</span> : null}
      </p>
      {item.airings.length > 0 ? (
        <p>
          {fill(words.planned, {
            times: item.airings
              .map((one) => `${moment(one.at)} (${words[one.medium].toLowerCase()})`)
              .join('; '),
          })}
        </p>
      ) : null}
      {item.state === 'declined' && item.reason ? (
        <p>{fill(words.declinedBecause, { reason: item.reason })}</p>
      ) : null}
      <details>
        <summary>{words.readText}</summary>
        <p className="coloa-block">{item.text}</p>
        {item.audioUrl ? (
          <audio controls preload="none" src={item.audioUrl}>
            <track kind="captions" />
          </audio>
        ) : (
          <ListenButton text={item.spokenText} />
        )}
      </details>
      <OfferActs
        id={item.id}
        may={props.may}
        priority={item.priority}
        proposedAt={isLate ? null : item.proposedAt}
        state={item.state}
        title={item.title}
        version={item.version}
      />
    </li>
  )
}
