import type { ReactElement, ReactNode } from 'react'
import { childrenOf } from './lexicalNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** Lexical's bit of a cell in a header row; the other is of a header column. */
const HEADS_COLUMN = 1

/** A table that scrolls in its own frame, so that the page does not. */
export const RichTable = (props: {
  node: LexicalNode
  renderNodes: (nodes: readonly LexicalNode[]) => ReactNode
}): ReactElement => (
  <div className="table-frame" tabIndex={0} role="group">
    <table>
      <tbody>
        {childrenOf(props.node).map((row, rowIndex) => (
          <tr key={rowIndex}>
            {childrenOf(row).map((cell, cellIndex) => {
              const state = Number(cell.headerState ?? 0)
              const inner = props.renderNodes(childrenOf(cell))
              return state > 0 ? (
                <th key={cellIndex} scope={state & HEADS_COLUMN ? 'col' : 'row'} {...spansOf(cell)}>
                  {inner}
                </th>
              ) : (
                <td key={cellIndex} {...spansOf(cell)}>
                  {inner}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const spansOf = (cell: LexicalNode) => ({
  ...(Number(cell.colSpan) > 1 ? { colSpan: Number(cell.colSpan) } : {}),
  ...(Number(cell.rowSpan) > 1 ? { rowSpan: Number(cell.rowSpan) } : {}),
})
