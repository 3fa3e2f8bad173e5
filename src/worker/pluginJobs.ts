import { createSendMail } from '#kit/mail/sendMail.ts'
import * as crossPosting from '#plugins/cross-posting/jobs/index.ts'
import * as dispatch from '#plugins/dispatch/jobs/index.ts'
import * as editorialBoard from '#plugins/editorial-board/jobs/index.ts'
import * as updateSla from '#plugins/update-sla/jobs/index.ts'
import { demoHeartbeats } from '../demo/demoHeartbeats.ts'
import type { PluginJobs } from './startWorker.ts'

/** The background work of every plugin, and the sending of mail. */
export const pluginJobs: readonly PluginJobs[] = [
  { tasks: (context) => ({ sendMail: createSendMail(context) }), ticks: [] },
  demoHeartbeats,
  editorialBoard,
  updateSla,
  crossPosting,
  dispatch,
]
