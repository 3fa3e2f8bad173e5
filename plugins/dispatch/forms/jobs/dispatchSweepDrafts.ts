import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import { theForms } from '../formsOptions.ts'
import { sweepDrafts } from '../store/draftForms.ts'

/** What was made of a draft is kept so long; released later, it is made again. */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Takes away what was made of drafts that were not released; asked each minute, it looks once a day. */
export const createSweepDrafts = (context: JobContext): Task => {
  let sweptOn = 0
  return async () => {
    const { mediaDir } = theForms()
    const now = context.now().getTime()
    const today = Math.floor(now / DAY_MS)
    if (!mediaDir || today === sweptOn) return
    sweptOn = today
    await sweepDrafts(sqlOn(context.pool), mediaDir, new Date(now - KEPT_DAYS * DAY_MS))
  }
}
