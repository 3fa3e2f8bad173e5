import { createSendMail } from '#kit/mail/sendMail.ts'
import * as dispatch from '#plugins/dispatch/jobs/index.ts'
import * as editorialBoard from '#plugins/editorial-board/jobs/index.ts'
import * as updateSla from '#plugins/update-sla/jobs/index.ts'
import type { PluginJobs } from './startWorker.ts'

/** The background work of every plugin, and the sending of mail. */
export const pluginJobs: readonly PluginJobs[] = [
  { tasks: (context) => ({ sendMail: createSendMail(context) }), ticks: [] },
  editorialBoard,
  updateSla,
  dispatch,
]
