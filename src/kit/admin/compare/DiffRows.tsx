import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import type { DiffLabels } from './diffLabels.ts'
import type { Block } from '#domain/diff/block.ts'
import type { DiffRow } from '#domain/diff/diffBlocks.ts'
import type { MarkedPiece } from '#domain/diff/diffPieces.ts'
import { foldRows } from '#domain/diff/foldRows.ts'
import { BlockView, rowName } from './BlockView.tsx'

type Props = { labels: DiffLabels }

/** The rows of a comparison: before on the left, submitted on the right; one below the other where it is narrow. */
export const DiffRows = ({ rows, labels }: { rows: readonly DiffRow[] } & Props) =>
  foldRows(rows).map((stretch, index) => {
    const shown = stretch.rows.map((row, at) => (
      <Row key={`${index}.${at}`} labels={labels} row={row} />
    ))
    return stretch.isFolded ? (
      <details className="coloa-folded" key={index}>
        <summary>{fill(labels.foldedRows, { n: stretch.rows.length })}</summary>
        {shown}
      </details>
    ) : (
      shown
    )
  })

const Row = ({ row, labels }: { row: DiffRow } & Props) => {
  switch (row.kind) {
    case 'same':
      return (
        <Sides
          after={<BlockView block={row.block} labels={labels} />}
          before={<BlockView block={row.block} labels={labels} />}
          isSame
        />
      )
    case 'removed':
      return (
        <Sides
          before={
            <Signed isWhole labels={labels} sign="removed">
              <BlockView block={row.before} labels={labels} {...whole(row.before, 'del')} />
            </Signed>
          }
        />
      )
    case 'added':
      return (
        <Sides
          after={
            <Signed isWhole labels={labels} sign="added">
              <BlockView block={row.after} labels={labels} {...whole(row.after, 'ins')} />
            </Signed>
          }
        />
      )
    case 'changed':
    case 'file':
      return (
        <>
          <Remark labels={labels} row={row} />
          <Sides
            after={
              <Signed isWhole={isWhole(row.pieces.after)} labels={labels} sign="added">
                <BlockView block={row.after} labels={labels} mark="ins" pieces={row.pieces.after} />
              </Signed>
            }
            before={
              <Signed isWhole={isWhole(row.pieces.before)} labels={labels} sign="removed">
                <BlockView
                  block={row.before}
                  labels={labels}
                  mark="del"
                  pieces={row.pieces.before}
                />
              </Signed>
            }
          />
        </>
      )
    case 'inside':
      return (
        <div className="coloa-row coloa-inside">
          <b>{rowName(row.after)}</b>
          <DiffRows labels={labels} rows={row.rows} />
        </div>
      )
  }
}

const Sides = (props: { before?: ReactNode; after?: ReactNode; isSame?: boolean }) => (
  <div className={props.isSame ? 'coloa-sides coloa-same' : 'coloa-sides'}>
    <div>{props.before}</div>
    <div className="coloa-after">{props.after}</div>
  </div>
)

/** One side with its sign; where all of it came or went, single words need no marks of their own. */
const Signed = (
  props: Props & { sign: 'added' | 'removed'; isWhole?: boolean; children: ReactNode },
) => (
  <div className={`coloa-signed coloa-${props.sign} ${props.isWhole ? 'coloa-whole' : ''}`}>
    <span aria-label={props.labels[props.sign]} className="coloa-plus" role="img">
      {props.sign === 'added' ? '+' : '−'}
    </span>
    <div>{props.children}</div>
  </div>
)

const isWhole = (pieces: readonly MarkedPiece[]) => pieces.every((piece) => piece.isMarked)

const whole = (block: Block, mark: 'ins' | 'del') => ({
  mark,
  pieces: block.pieces.map((piece) => ({ ...piece, isMarked: true })),
})

/** What changed beyond the words: the file, the layout, the depth of the comparison. */
const Remark = ({
  row,
  labels,
}: { row: Extract<DiffRow, { kind: 'changed' | 'file' }> } & Props) => {
  const remarks: string[] = []
  if (row.kind === 'file') {
    const isPicture = row.after.file?.mimeType.startsWith('image/') === true
    if (row.change === 'bytes') remarks.push(isPicture ? labels.otherPicture : labels.otherFile)
    if (row.change === 'cut') remarks.push(labels.samePictureCut)
    if (row.change === 'words') {
      remarks.push(isPicture ? labels.samePictureWords : labels.sameFileWords)
    }
  }
  const before = styleOf(row.before, labels)
  const after = styleOf(row.after, labels)
  if (before !== after) remarks.push(fill(labels.styleChanged, { before, after }))
  if (row.pieces.level === 'sentence') remarks.push(labels.tooDifferent)
  return remarks.length > 0 ? <p className="coloa-remark">{remarks.join(' · ')}</p> : null
}

const styleOf = (block: Block, labels: DiffLabels): string => {
  const kind = block.kind === 'text' || block.kind === 'quote' ? labels[block.kind] : ''
  return [kind, block.style].filter(Boolean).join(', ') || labels.plainStyle
}
