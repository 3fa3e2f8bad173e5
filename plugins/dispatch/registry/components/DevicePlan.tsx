import { fill } from '#domain/text/fill.ts'
import { placePoints, planSize } from '../board/placePoints.ts'
import type { BoardPoint } from '../board/readBoard.ts'
import type { Words } from '../registryWords.ts'

const MOST_NAMES = 40
const GRID = 4

/** Where devices stand, by their coordinates alone; those in trouble are squares and lie on top. */
export const DevicePlan = ({ points, words }: { points: readonly BoardPoint[]; words: Words }) => {
  if (points.length === 0) return <p>{words.planNone}</p>
  const placed = placePoints(points)
  const lost = points.filter((one) => one.standing === 'lost').length
  const text = fill(words.planText, { lost, others: points.length - lost })
  const { width, height } = planSize
  return (
    <figure className="coloa-plan">
      <figcaption>
        <strong>{words.plan}</strong>
        <small>{text}</small>
      </figcaption>
      <svg aria-label={text} role="img" viewBox={`0 0 ${width} ${height}`}>
        {Array.from({ length: GRID - 1 }, (_, n) => (
          <g className="coloa-grid" key={n}>
            <line x1={(width * (n + 1)) / GRID} x2={(width * (n + 1)) / GRID} y1="0" y2={height} />
            <line x1="0" x2={width} y1={(height * (n + 1)) / GRID} y2={(height * (n + 1)) / GRID} />
          </g>
        ))}
        {namesOf(points, placed).map((one) => (
          <text key={one.name} textAnchor="middle" x={one.x} y={one.y}>
            {one.name}
          </text>
        ))}
        {points.map((one, index) => (
          <Mark key={one.id} point={one} x={placed[index]?.x ?? 0} y={placed[index]?.y ?? 0} />
        ))}
      </svg>
      <Legend words={words} />
    </figure>
  )
}

const Mark = (props: { point: Pick<BoardPoint, 'standing' | 'name'>; x: number; y: number }) => {
  const { point, x, y } = props
  const title = point.name ? <title>{point.name}</title> : null
  if (point.standing === 'lost' || point.standing === 'silent') {
    return (
      <rect className="coloa-gone" height="9" width="9" x={x - 4.5} y={y - 4.5}>
        {title}
      </rect>
    )
  }
  return (
    <circle
      className={point.standing === 'up' ? 'coloa-up' : 'coloa-still'}
      cx={x}
      cy={y}
      r={point.standing === 'up' ? 3 : 2.5}
    >
      {title}
    </circle>
  )
}

const Legend = ({ words }: { words: Words }) => (
  <div className="coloa-plan-legend">
    {(['lost', 'up', 'never'] as const).map((standing) => (
      <span key={standing}>
        <svg aria-hidden="true" viewBox="0 0 14 14">
          <Mark point={{ standing, name: '' }} x={7} y={7} />
        </svg>{' '}
        {legendText(standing, words)}
      </span>
    ))}
  </div>
)

const legendText = (standing: 'lost' | 'up' | 'never', words: Words): string => {
  if (standing === 'lost') return `${words.standing_lost}, ${words.standing_silent.toLowerCase()}`
  if (standing === 'never')
    return `${words.standing_never}, ${words.standing_unheard.toLowerCase()}`
  return words.standing_up
}

/** Names of communes above their points: those with lost devices first, and only as many as do not cover one another. */
const namesOf = (points: readonly BoardPoint[], placed: readonly { x: number; y: number }[]) => {
  const communes = new Map<string, { name: string; x: number; y: number; lost: number }>()
  for (const [index, point] of points.entries()) {
    const place = placed[index]
    if (!place) continue
    const before = communes.get(point.unitCode)
    const lost = (before?.lost ?? 0) + (point.standing === 'lost' ? 1 : 0)
    communes.set(point.unitCode, {
      name: point.unitName.replace(/^(Phường|Xã) /, ''),
      x: before?.x ?? place.x,
      y: Math.min(before?.y ?? planSize.height, place.y - 8),
      lost,
    })
  }
  const shown: { name: string; x: number; y: number }[] = []
  for (const one of [...communes.values()].sort((a, b) => b.lost - a.lost)) {
    const isFree = shown.every(
      (other) => Math.abs(other.y - one.y) > 14 || Math.abs(other.x - one.x) > 70,
    )
    if (isFree && shown.length < MOST_NAMES) shown.push({ ...one, y: Math.max(12, one.y) })
  }
  return shown
}
