import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { isBackDated } from '../claims/isBackDated.ts'
import type { Claim } from '../claims/readClaims.ts'
import type { Screen } from '../screens/openScreen.ts'
import { spanText } from '../screens/spanText.ts'
import { clockWords } from './clockWords.ts'

/** Beside a time that was stated: who entered it and when, by how much it was dated back, and why. */
export const ClaimLines = (props: {
  claim: Claim
  names: ReadonlyMap<number, string>
  screen: Screen
}) => {
  const { claim, names, screen } = props
  const { words, language } = screen
  const texts = clockWords(language)
  const moment = (at: Date) => momentText(at.toISOString(), language)
  const name = claim.by === null ? undefined : names.get(claim.by)
  const at = moment(claim.enteredAt)
  const isLate = claim.at !== null && isBackDated(claim.at, claim.enteredAt)
  const hours = claim.at ? (claim.enteredAt.getTime() - claim.at.getTime()) / 3_600_000 : 0
  return (
    <>
      <small>{name ? fill(texts.enteredBy, { name, at }) : fill(texts.enteredAt, { at })}</small>
      {claim.before ? (
        <small>{fill(texts.claimBefore, { time: moment(claim.before) })}</small>
      ) : null}
      {isLate ? (
        <small className="coloa-late">
          {fill(texts.backDated, { time: spanText(hours, words, language) })}
        </small>
      ) : null}
      {claim.lateReason ? (
        <small>
          {texts.fieldLateReason}: {claim.lateReason}
        </small>
      ) : null}
    </>
  )
}
