import { fill } from '#domain/text/fill.ts'
import type { DiffLabels } from './diffLabels.ts'
import type { Block, Piece } from '#domain/diff/block.ts'
import { PiecesView } from './PiecesView.tsx'

/** A paragraph, item, file or row as it stands; with `pieces`, its text with what changed marked. */
export const BlockView = (props: {
  block: Block
  labels: DiffLabels
  pieces?: readonly (Piece & { isMarked?: boolean })[]
  mark?: 'ins' | 'del'
}) => {
  const { block, labels, mark } = props
  const pieces = props.pieces ?? block.pieces
  const text = <PiecesView mark={mark} pieces={pieces} />
  const label = block.label ? <b className="coloa-inner-label">{block.label}: </b> : null
  if (block.kind === 'rule') return <hr title={labels.rule} />
  if (block.kind === 'file') {
    return (
      <>
        {label}
        <FileView block={block} labels={labels} mark={mark} pieces={pieces} />
      </>
    )
  }
  if (block.kind === 'row') {
    return (
      <div className="coloa-row">
        <b>{rowName(block)}</b>
        {block.children.map((one, index) => (
          <BlockView block={one} key={`${index}${one.key}`} labels={labels} />
        ))}
      </div>
    )
  }
  const isEmpty = pieces.every((piece) => piece.text === '')
  return (
    <p className={`coloa-block coloa-${block.kind}`} style={indentOf(block)}>
      {label}
      {block.sign ? <span className="coloa-sign">{block.sign} </span> : null}
      {isEmpty ? <span className="coloa-note">{labels.emptyLine}</span> : text}
    </p>
  )
}

/** What a row is called: "Ghi chú: Hàng 1". */
export const rowName = (block: Block): string =>
  [block.label, block.sign].filter(Boolean).join(': ')

const indentOf = (block: Block) =>
  block.depth > 0 ? { marginInlineStart: `${block.depth * 1.25}rem` } : undefined

/** A picture with its words, or a link to a file; name, size and the beginning of the hash below. */
const FileView = ({
  block,
  labels,
  pieces,
  mark,
}: {
  block: Block
  labels: DiffLabels
  pieces: readonly (Piece & { isMarked?: boolean })[]
  mark?: 'ins' | 'del'
}) => {
  const { file } = block
  if (!file) return null
  const caption = block.pieces.map((piece) => piece.text).join('')
  return (
    <figure className="coloa-file">
      {file.mimeType.startsWith('image/') ? (
        <img alt={caption} loading="lazy" src={file.previewUrl} />
      ) : null}
      {file.mimeType.startsWith('audio/') ? (
        <audio aria-label={caption} controls preload="none" src={file.url} />
      ) : null}
      {file.mimeType.startsWith('video/') ? (
        <video aria-label={caption} controls preload="none" src={file.url} />
      ) : null}
      <figcaption>
        {caption === '' ? (
          <span className="coloa-note">{labels.noCaption}</span>
        ) : (
          <PiecesView mark={mark} pieces={pieces} />
        )}
        <small>
          <a href={file.url} rel="noreferrer" target="_blank">
            {file.filename}
          </a>{' '}
          · {sizeText(file.filesize)} · {fill(labels.hash, { hash: file.sha256.slice(0, 8) })}
        </small>
      </figcaption>
    </figure>
  )
}

const sizeText = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
