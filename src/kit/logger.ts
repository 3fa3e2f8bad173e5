import { pino } from 'pino'
import type { Logger } from 'pino'

/**
 * The process's log: one JSON object a line, without bodies, cookies, addresses of people or anything else personal.
 *
 * @param options.name shown in each line: `web`, `worker` …
 */
export const createLogger = (options: { level: string; name: string }): Logger =>
  pino({
    name: options.name,
    level: options.level,
    redact: {
      paths: ['email', 'password', 'token', '*.email', '*.password', '*.token'],
      remove: true,
    },
  })
