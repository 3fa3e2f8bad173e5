import type { ReactElement } from 'react'
import type { ReleasedFile } from './releasedFile.ts'

/** A file to download, with its kind and size. */
export const FileLink = (props: { file: ReleasedFile }): ReactElement => {
  const { file } = props
  const kind = file.filename.split('.').at(-1)?.toUpperCase() ?? ''
  return (
    <a className="file" href={file.url} download={file.filename}>
      {file.alt || file.filename}{' '}
      <span className="file-size">
        ({[kind, sizeOf(file.filesize)].filter(Boolean).join(', ')})
      </span>
    </a>
  )
}

const sizeOf = (bytes: number): string =>
  bytes <= 0
    ? ''
    : bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1000))} kB`
      : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
