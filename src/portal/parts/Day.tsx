import type { ReactElement } from 'react'
import { formatDate, formatMoment, isoDay } from '#domain/text/formatDate.ts'

/** A day, `23/11/2026`, readable for machines too. */
export const Day = (props: { at: string }): ReactElement => (
  <time dateTime={isoDay(props.at)}>{formatDate(props.at)}</time>
)

/** A day with its hour. */
export const Moment = (props: { at: string; locale: 'vi' | 'en' }): ReactElement => (
  <time dateTime={props.at}>{formatMoment(props.at, props.locale)}</time>
)
