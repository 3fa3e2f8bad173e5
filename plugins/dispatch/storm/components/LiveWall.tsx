'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import { wallWords } from './wallWords.ts'
import type { WallDispatch } from '../wall/findDispatch.ts'
import type { FollowUp } from '../wall/readFollowUp.ts'
import type { Wall } from '../wall/readWall.ts'
import { FollowUps } from './FollowUps.tsx'
import { WallClock } from './WallClock.tsx'
import { WallCommunes } from './WallCommunes.tsx'
import { WallNumbers } from './WallNumbers.tsx'
import { WallRungs } from './WallRungs.tsx'
import { WallTrouble } from './WallTrouble.tsx'
import { useLiveWall } from './useLiveWall.ts'
import '#kit/admin/admin.css'
import '#kit/admin/forms/forms.css'
import './storm.css'

/**
 * How far a dispatch has come, live: the clock, a bar for each rung, communes with failures first, and what is stuck. Once it
 * is over nothing that would send again can be pressed.
 */
export const LiveWall = (props: {
  dispatch: Pick<WallDispatch, 'id' | 'effectiveAt' | 'expiresAt' | 'endedAt'>
  wall: Wall
  isPast: boolean
  mayPush: boolean
  followUp: FollowUp | null
  /** The bulletin its viewer may play anew once it is over. */
  again: number | null
}) => {
  const { i18n } = useTranslation()
  const words = wallWords(i18n.language)
  const { dispatch, mayPush } = props
  const { wall, staleSince, refresh } = useLiveWall(dispatch.id, {
    ...props.wall,
    endedAt: dispatch.endedAt,
  })
  const isPast = useIsPast(dispatch.expiresAt, props.isPast)
  const isOver = isPast || wall.endedAt !== null
  const push = { dispatchId: dispatch.id, refresh }
  const { total } = wall
  const isStuck = total.waiting + total.failed + total.unconfirmed > 0
  return (
    <>
      {isOver && props.again !== null ? (
        <p className="coloa-no-print">
          <a href={`/admin/storm?again=${props.again}`}>{words.again}</a>
        </p>
      ) : null}
      {!isOver && props.followUp ? <FollowUps {...props.followUp} /> : null}
      <div className="coloa-wall-head">
        {isOver ? (
          <Over endedAt={wall.endedAt} expiresAt={dispatch.expiresAt} />
        ) : (
          <WallClock since={dispatch.effectiveAt} />
        )}
        <p role="status">
          {staleSince
            ? fill(words.stale, { at: momentText(staleSince, i18n.language) })
            : words.live}
        </p>
      </div>
      <WallRungs total={total} />
      <WallNumbers total={total} />
      {mayPush && isStuck && !isOver ? (
        <div className="coloa-wall-acts">
          <PushForm act="retry" {...push} />
          <PushForm act="reroute" {...push} />
        </div>
      ) : null}
      <WallCommunes communes={wall.communes} />
      <WallTrouble trouble={wall.trouble} />
    </>
  )
}

/** Since when it is over: cancelled, or by its own end. */
const Over = (props: { endedAt: string | null; expiresAt: string | null }) => {
  const { i18n } = useTranslation()
  const words = wallWords(i18n.language)
  const at = props.endedAt ?? props.expiresAt
  if (!at) return null
  return (
    <p>
      <strong>
        {fill(props.endedAt ? words.endedAt : words.overAt, { at: momentText(at, i18n.language) })}
      </strong>
    </p>
  )
}

/** Becomes true by itself when the moment has come. */
const useIsPast = (at: string | null, begin: boolean): boolean => {
  const [isPast, setIsPast] = useState(begin)
  useEffect(() => {
    if (at === null || isPast) return
    const timer = setInterval(() => setIsPast(Date.parse(at) <= Date.now()), 1000)
    return () => clearInterval(timer)
  }, [at, isPast])
  return isPast
}

const PushForm = (props: { act: 'retry' | 'reroute'; dispatchId: string; refresh: () => void }) => {
  const { i18n } = useTranslation()
  const words = wallWords(i18n.language)
  const isRetry = props.act === 'retry'
  const label = isRetry ? words.retry : words.reroute
  return (
    <OpenForm
      ask={() => ({ path: `/dispatch/wall/${props.dispatchId}/${props.act}`, body: {} })}
      doLabel={label}
      done={({ count }) =>
        fill(isRetry ? words.retried : words.rerouted, { n: Number(count ?? 0) })
      }
      effect={isRetry ? words.retryEffect : words.rerouteEffect}
      onDone={props.refresh}
      openLabel={label}
      title={label}
    />
  )
}
