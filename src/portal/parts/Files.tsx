import type { ReactElement } from 'react'
import { FileLink } from './FileLink.tsx'
import type { ReleasedFile } from './releasedFile.ts'

/** Files under a heading, or nothing. */
export const Files = (props: {
  title: string
  files: readonly ReleasedFile[]
}): ReactElement | null =>
  props.files.length === 0 ? null : (
    <section className="files" aria-labelledby="files">
      <h2 id="files">{props.title}</h2>
      <ul>
        {props.files.map((file) => (
          <li key={file.url}>
            <FileLink file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
