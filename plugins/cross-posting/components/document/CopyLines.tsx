'use client'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { CopyStanding } from '../../copies/copyStanding.ts'
import type { CrossPostingWords } from '../crossPostingWords.ts'
import { documentWords } from './documentWords.ts'
import { ReattachForm } from '../ReattachForm.tsx'

/** Where a copy comes from, whether it was adapted, and whether the original went on without it. */
export const CopyLines = (props: {
  copy: CopyStanding
  collection: string
  id: number
  /** Name of the copy's own site. */
  site: string
  isHandler: boolean
  words: CrossPostingWords
  language: string
}) => {
  const { copy, words } = props
  const said = documentWords(props.language)
  const { origin, remote, isAdapted } = copy
  const isBehind = remote !== null && remote.seq !== origin.seq && remote.differs
  const mayAttach = props.isHandler && isAdapted && remote !== null && !remote.isWithdrawn
  return (
    <ul>
      <li>
        <a href={origin.url} rel="noreferrer" target="_blank">
          {fill(said.from, { site: origin.siteName })}
        </a>
        <small>
          {fill(words.firstPublished, { at: momentText(origin.publishedAt, props.language) })}
        </small>
      </li>
      <li>
        <strong>{isAdapted ? words.adapted : said.attached}</strong>
        <small>{isAdapted ? said.adaptedHint : said.attachedHint}</small>
      </li>
      {remote?.isWithdrawn ? <li className="coloa-attention">{said.remoteGone}</li> : null}
      {isBehind && !remote.isWithdrawn && !copy.isUnderReview ? (
        <li className="coloa-attention">
          <strong>
            {fill(said.remoteNewer, { at: momentText(remote.releasedAt, props.language) })}
          </strong>
          {copy.proposalId ? (
            <a href={`/admin/cross-posting/proposals/${copy.proposalId}`}>{said.seeDiff}</a>
          ) : null}
        </li>
      ) : null}
      {copy.isUnderReview ? <li>{said.reviewNow}</li> : null}
      {mayAttach && !copy.isUnderReview ? (
        <li>
          <ReattachForm collection={props.collection} docId={props.id} isInside site={props.site} />
        </li>
      ) : null}
    </ul>
  )
}
