import { crossPosting } from '#plugins/cross-posting/index.ts'
import { dispatch } from '#plugins/dispatch/index.ts'
import { editorialBoard } from '#plugins/editorial-board/index.ts'
import { releaseLog } from '#plugins/release-log/index.ts'
import { updateSla } from '#plugins/update-sla/index.ts'
import { board } from './board.ts'
import { env } from './env.ts'
import { exempt, governed } from './governed.ts'
import { sla } from './sla/index.ts'

/** Coloa's plugins; each knows its own place in the order. */
export const plugins = [
  releaseLog({
    governed,
    exempt,
    followers: ['dispatch'],
    mediaDir: env.mediaDir,
  }),
  editorialBoard(board),
  updateSla(sla),
  crossPosting(),
  dispatch(),
]
