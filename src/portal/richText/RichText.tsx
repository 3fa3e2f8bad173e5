import { Fragment } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { LexicalNode } from './lexicalNode.ts'
import { childrenOf, nodesOf } from './lexicalNode.ts'
import { RichLink } from './RichLink.tsx'
import { RichTable } from './RichTable.tsx'
import { RichRun } from './RichRun.tsx'
import { RichUpload } from './RichUpload.tsx'

/**
 * A released Lexical document as semantic HTML. Payload's converters write inline styles, which the policy forbids, random
 * ids, which no cache can hold, and whatever address a link holds; so these few kinds of node are written here.
 */
export const RichText = (props: { value: unknown }): ReactElement => (
  <div className="prose">{renderNodes(nodesOf(props.value))}</div>
)

const renderNodes = (nodes: readonly LexicalNode[]): ReactNode =>
  nodes.map((node, index) => <Fragment key={index}>{renderNode(node)}</Fragment>)

const renderNode = (node: LexicalNode): ReactNode => {
  const inner = () => renderNodes(childrenOf(node))
  switch (node.type) {
    case 'text':
      return <RichRun node={node} />
    case 'linebreak':
      return <br />
    case 'tab':
      return ' '
    case 'paragraph':
      return childrenOf(node).length > 0 ? <p>{inner()}</p> : null
    case 'heading':
      return headingOf(String(node.tag), inner())
    case 'quote':
      return <blockquote>{inner()}</blockquote>
    case 'horizontalrule':
      return <hr />
    case 'list':
      return node.tag === 'ol' ? (
        <ol start={Number(node.start ?? 1)}>{inner()}</ol>
      ) : (
        <ul>{inner()}</ul>
      )
    case 'listitem':
      return <li>{inner()}</li>
    case 'link':
    case 'autolink':
      return <RichLink node={node}>{inner()}</RichLink>
    case 'upload':
      return <RichUpload node={node} />
    case 'table':
      return <RichTable node={node} renderNodes={renderNodes} />
    default:
      // Unknown nodes show their words rather than nothing.
      return inner()
  }
}

/** The page's own title is the only h1. */
const headingOf = (tag: string, inner: ReactNode): ReactElement =>
  tag === 'h1' || tag === 'h2' ? (
    <h2>{inner}</h2>
  ) : tag === 'h3' ? (
    <h3>{inner}</h3>
  ) : (
    <h4>{inner}</h4>
  )
