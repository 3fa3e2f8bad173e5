'use client'
import { useMemo } from 'react'
import { plain } from '#domain/diff/block.ts'
import { diffPieces, PER_TEXT } from '#domain/diff/diffPieces.ts'
import { PiecesView } from '#kit/admin/compare/PiecesView.tsx'
import type { FormsWords } from '../formsWords.ts'

/** The spoken text beside what the text would give now, what differs marked by sign and style. */
export const SpokenDifference = (props: { now: string; suggested: string; words: FormsWords }) => {
  const { now, suggested, words } = props
  const sides = useMemo(
    () => diffPieces(plain(now), plain(suggested), { left: PER_TEXT }),
    [now, suggested],
  )
  return (
    <details className="coloa-forms-difference">
      <summary>{words.differs}</summary>
      <p>{words.differsHint}</p>
      <dl>
        <dt>{words.now}</dt>
        <dd>
          <PiecesView mark="del" pieces={sides.before} />
        </dd>
        <dt>{words.suggested}</dt>
        <dd>
          <PiecesView mark="ins" pieces={sides.after} />
        </dd>
      </dl>
    </details>
  )
}
