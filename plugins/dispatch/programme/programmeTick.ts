import type { Pool } from 'pg'
import { eachAlone } from '#kit/eachAlone.ts'
import { judgeDue } from './airings/judgeDue.ts'
import { stageDue } from './airings/stageDue.ts'
import { decideOverdue } from './clashes/decideOverdue.ts'
import { expireOffers } from './follow/endOffers.ts'
import { hasProgramme } from './options.ts'

/**
 * Goes through the programmes of all communes: what expired ends, clashes nobody decided take the default, airings are given
 * to the devices ahead of their time, and those that are over are judged. It looks at what is due, not at when it ran last:
 * after a stop nothing is skipped, and any number of workers may do it at once. What fails waits for the next time, and stops
 * nothing else.
 */
export const programmeTick = async (pool: Pool, now: Date): Promise<void> => {
  if (!hasProgramme()) return
  await eachAlone([expireOffers, decideOverdue, stageDue, judgeDue], (step) => step(pool, now))
}
