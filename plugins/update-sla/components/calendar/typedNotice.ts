import type { Notice, NoticeDay } from '../../notices/notice.ts'

/** A day as it is typed; the key stays with its fields. */
export type TypedDay = NoticeDay & { key: number }

/** A notice as it is typed; choices are texts, empty for none. */
export type TypedNotice = {
  number: string
  issuedOn: string
  issuingBody: string
  link: string
  unit: string
  fullYear: string
  days: readonly TypedDay[]
  nextKey: number
}

/** Nothing typed in a day yet. */
export const emptyDay = (key: number): TypedDay => ({
  key,
  date: '',
  kind: 'off',
  reason: '',
  reasonEn: '',
})

/** Nothing typed yet. */
export const emptyNotice: TypedNotice = {
  number: '',
  issuedOn: '',
  issuingBody: '',
  link: '',
  unit: '',
  fullYear: '',
  days: [emptyDay(0)],
  nextKey: 1,
}

/** What is sent of what was typed. */
export const noticeOf = (typed: TypedNotice): Notice => ({
  number: typed.number,
  issuedOn: typed.issuedOn,
  issuingBody: typed.issuingBody,
  link: typed.link || null,
  unit: typed.unit ? Number(typed.unit) : null,
  fullYear: typed.fullYear ? Number(typed.fullYear) : null,
  days: typed.days.map(({ date, kind, reason, reasonEn }) => ({ date, kind, reason, reasonEn })),
})
