import { crossPosting } from '#plugins/cross-posting/index.ts'
import { dispatch } from '#plugins/dispatch/index.ts'
import { editorialBoard } from '#plugins/editorial-board/index.ts'
import { releaseLog } from '#plugins/release-log/index.ts'
import { updateSla } from '#plugins/update-sla/index.ts'
import { secondFactor } from '#kit/secondFactor/secondFactor.ts'
import { board } from './board.ts'
import { crossPostingOptions } from './crossPosting.ts'
import { dispatchOptions } from './dispatch.ts'
import { env } from './env.ts'
import { exempt } from './governed.ts'
import { released } from './released.ts'
import { sla } from './sla/index.ts'

/** Coloa's plugins; each knows its own place in the order. */
export const plugins = [
  releaseLog({
    governed: released,
    exempt,
    followers: ['dispatch', 'crossPosting', 'siteHints'],
    mediaDir: env.mediaDir,
  }),
  editorialBoard(board),
  updateSla(sla),
  crossPosting(crossPostingOptions),
  dispatch(dispatchOptions),
  secondFactor({ accounts: 'users' }),
]
