'use client'
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { spreadDots } from '#domain/dispatch/storm/spreadDots.ts'
import { stormWords } from '../stormWords.ts'
import type { StormFormProps } from './stormForm.ts'

const SIZE = 420
/** Wide enough for a finger on the next one not to hit this one. */
const APART = 26

/** Communes as dots about where they lie, north up; the list beside it does the same by keyboard. */
export const AreaPlan = (props: {
  areas: StormFormProps['areas']
  chosen: readonly string[]
  isWhole: boolean
  toggle: (code: string) => void
}) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const { dots, apart } = useMemo(
    () => spreadDots(dotsOf(props.areas), { size: SIZE, wanted: APART }),
    [props.areas],
  )
  if (dots.length < 2) return null
  return (
    <figure className="coloa-storm-plan">
      <svg aria-hidden="true" viewBox={`0 0 ${SIZE} ${SIZE}`}>
        {dots.map(({ code, name, x, y, devices }) => (
          <g
            className={
              props.isWhole || props.chosen.includes(code) ? 'coloa-dot coloa-dot-in' : 'coloa-dot'
            }
            key={code}
            onClick={() => {
              if (!props.isWhole) props.toggle(code)
            }}
          >
            <circle className="coloa-dot-reach" cx={x} cy={y} r={apart / 2} />
            <circle cx={x} cy={y} r={apart * (devices > 0 ? 0.38 : 0.24)} />
            <title>{name}</title>
          </g>
        ))}
      </svg>
      <figcaption>
        <small>{words.plan}</small>
      </figcaption>
    </figure>
  )
}

/** Degrees onto the plan; a degree of longitude is shorter, by the cosine of the latitude. */
const dotsOf = (areas: StormFormProps['areas']) => {
  const placed = areas.flatMap(({ isCity, latitude, longitude, ...one }) =>
    isCity || latitude === null || longitude === null ? [] : [{ ...one, latitude, longitude }],
  )
  const middle = placed.reduce((sum, one) => sum + one.latitude, 0) / Math.max(1, placed.length)
  const narrow = Math.cos((middle * Math.PI) / 180)
  const flat = placed.map((one) => ({ ...one, east: one.longitude * narrow, north: one.latitude }))
  const easts = flat.map(({ east }) => east)
  const norths = flat.map(({ north }) => north)
  const [west, south] = [Math.min(...easts), Math.min(...norths)]
  const [wide, high] = [Math.max(...easts) - west, Math.max(...norths) - south]
  const scale = (SIZE - APART) / Math.max(wide, high, 0.001)
  return flat.map((one) => ({
    ...one,
    x: (SIZE - wide * scale) / 2 + (one.east - west) * scale,
    y: (SIZE + high * scale) / 2 - (one.north - south) * scale,
  }))
}
