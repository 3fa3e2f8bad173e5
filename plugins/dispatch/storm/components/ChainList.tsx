import { momentText } from '#kit/admin/momentText.ts'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import type { WallDispatch } from '../wall/findDispatch.ts'
import { kindText } from '../wall/kindText.ts'

/** Every instruction of one bulletin, newest first; nothing when there is one. */
export const ChainList = (props: {
  chain: readonly WallDispatch[]
  current: string
  language: string
}) => {
  const words = stormWords(props.language)
  const said = wallWords(props.language)
  if (props.chain.length < 2) return null
  return (
    <section className="coloa-history">
      <h2>{said.chain}</h2>
      <ol>
        {props.chain.map(({ id, kind, title, createdAt }) => (
          <li key={id}>
            <a aria-current={id === props.current} href={`/admin/storm/${id}`}>
              {kindText(kind, words)}: {title}
            </a>
            <small>{momentText(createdAt, props.language)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
