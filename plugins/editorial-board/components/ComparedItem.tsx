import type { ReactNode } from 'react'
import { ComparedFields } from '#kit/admin/compare/ComparedFields.tsx'
import type { ComparedField } from '#kit/admin/compare/compareBodies.ts'
import type { DeskItem } from '../desk/readDeskItem.ts'
import type { Words } from '../words.ts'

/** The submitted document beside what the public reads now. */
export const ComparedItem = (props: {
  item: DeskItem
  language: string
  words: Words
  below?: (field: ComparedField) => ReactNode
  isKept?: (field: ComparedField) => boolean
}) => {
  const { item, words, ...shown } = props
  const isUpdate = item.releasedAt !== null
  const before = item.isWithdrawn ? words.afterWithdrawal : words.firstTime
  return (
    <ComparedFields
      {...shown}
      intro={isUpdate ? words.changes : before}
      isUpdate={isUpdate}
      parts={item.parts}
      sides={{ before: words.before, after: words.after }}
    />
  )
}
