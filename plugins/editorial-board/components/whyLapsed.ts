import { fill } from '#domain/text/fill.ts'
import { itemWords } from './itemWords.ts'

/** Why something approved was not published when its time came. */
export const whyLapsed = (code: string | null, language: string): string => {
  const said = itemWords(language)
  const known = {
    cancelled: said.why_cancelled,
    decision_revoked: said.why_cancelled,
    on_hold: said.why_on_hold,
    overtaken: said.why_overtaken,
    mandate_not_in_force: said.why_mandate_not_in_force,
    already_over: said.why_already_over,
    nobody_reached: said.why_nobody_reached,
    reason_not_in_force: said.why_reason_not_in_force,
    may_not_decide: said.why_may_not_decide,
  }
  const found = Object.entries(known).find(([one]) => one === code)
  return found ? found[1] : fill(said.why_other, { code: code ?? '' })
}
