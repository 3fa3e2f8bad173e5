import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { Piece } from '#domain/diff/block.ts'

/** Text with its appearance; what is marked stands in `ins` or `del`. React escapes every letter of it. */
export const PiecesView = (props: {
  pieces: readonly (Piece & { isMarked?: boolean })[]
  mark?: 'ins' | 'del'
}) => {
  const Mark = props.mark ?? 'span'
  return props.pieces.map((piece, index) => {
    const shown = piece.marks.reduce<ReactNode>(dress, piece.text)
    const key = `${index}${piece.text.slice(0, 8)}`
    return piece.isMarked ? <Mark key={key}>{shown}</Mark> : <Fragment key={key}>{shown}</Fragment>
  })
}

const dress = (inner: ReactNode, mark: string): ReactNode => {
  switch (mark) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'code':
      return <code>{inner}</code>
    case 'sub':
      return <sub>{inner}</sub>
    case 'super':
      return <sup>{inner}</sup>
    case 'underline':
    case 'link':
      return <span className="coloa-underlined">{inner}</span>
    case 'strike':
      return <s>{inner}</s>
    case 'note':
      return <span className="coloa-note">{inner}</span>
    default:
      return inner
  }
}
