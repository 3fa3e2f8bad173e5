import type { ReactElement } from 'react'
import { textOf } from './lexicalNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** Lexical's bits of a text format. */
const BOLD = 1
const ITALIC = 2
const STRIKE = 4
const UNDERLINE = 8
const CODE = 16
const SUB = 32
const SUPER = 64

/** A run of text with its formats. */
export const RichRun = (props: { node: LexicalNode }): ReactElement => {
  const format = Number(props.node.format ?? 0)
  let shown = <>{textOf(props.node.text)}</>
  if (format & CODE) shown = <code>{shown}</code>
  if (format & SUB) shown = <sub>{shown}</sub>
  if (format & SUPER) shown = <sup>{shown}</sup>
  if (format & STRIKE) shown = <s>{shown}</s>
  if (format & UNDERLINE) shown = <u>{shown}</u>
  if (format & ITALIC) shown = <em>{shown}</em>
  if (format & BOLD) shown = <strong>{shown}</strong>
  return shown
}
