import type { ReactElement } from 'react'
import { FileLink } from '../parts/FileLink.tsx'
import { Picture } from '../parts/Picture.tsx'
import { fileOf } from '../parts/releasedFile.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** A picture with its credit, or a file to download. */
export const RichUpload = (props: { node: LexicalNode }): ReactElement | null => {
  const file = fileOf(props.node.value)
  if (!file) return null
  if (!file.mimeType.startsWith('image/')) return <FileLink file={file} />
  return (
    <figure>
      <Picture file={file} sizes="(min-width: 48rem) 42rem, 92vw" />
      {file.credit ? <figcaption>{file.credit}</figcaption> : null}
    </figure>
  )
}
