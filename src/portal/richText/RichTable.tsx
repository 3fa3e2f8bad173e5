import type { ReactElement, ReactNode } from 'react'
import { childrenOf } from './lexicalNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

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
              const Cell = Number(cell.headerState ?? 0) > 0 ? 'th' : 'td'
              return (
                <Cell key={cellIndex} {...spansOf(cell)}>
                  {props.renderNodes(childrenOf(cell))}
                </Cell>
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
