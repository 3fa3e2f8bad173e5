import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { seesStatistics } from '../openStatistics.ts'
import { statisticsWordsOf } from '../statisticsWords.ts'

/** The way to the statistics in the navigation. */
export const StatisticsLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req || !(await seesStatistics(req))) return null
  return (
    <a className="coloa-nav" href="/admin/grassroots-statistics">
      {statisticsWordsOf(req.i18n.language).title}
    </a>
  )
}
