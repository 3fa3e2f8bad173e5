import { addEndpoints, compose } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { adminScreens } from './adminScreens.ts'
import { boardEndpoints } from './endpoints/boardEndpoints.ts'
import { noteRefusals } from './endpoints/noteRefusals.ts'
import { keepOptions } from './options.ts'
import type { EditorialBoardOptions } from './options.ts'

export type { EditorialBoardOptions } from './options.ts'
export { approve } from './verbs/approve.ts'
export { recall } from './verbs/recall.ts'
export { refuse } from './verbs/refuse.ts'
export { releaseEmergency } from './verbs/releaseEmergency.ts'
export { returnForClarification } from './verbs/returnForClarification.ts'
export { submitForReview } from './verbs/submitForReview.ts'
export { withdraw } from './verbs/withdraw.ts'

/** Submissions and decisions of the editorial boards. */
export const editorialBoard = (options: EditorialBoardOptions) => {
  keepOptions(options)
  return plugin(
    { slug: 'editorial-board', order: 10 },
    compose(addEndpoints(...boardEndpoints.map(noteRefusals)), adminScreens(options)),
  )
}
