import type { ReactElement, ReactNode } from 'react'
import { isRecord, textOf } from './lexicalNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** A link, when its address is one a browser may follow; otherwise its words alone. */
export const RichLink = (props: { node: LexicalNode; children: ReactNode }): ReactElement => {
  const fields = isRecord(props.node.fields) ? props.node.fields : {}
  const href = (textOf(fields.url) || textOf(props.node.url)).trim()
  if (!/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href)) return <>{props.children}</>
  return (
    <a href={href} {...(/^https?:/i.test(href) ? { rel: 'noopener' } : {})}>
      {props.children}
    </a>
  )
}
