import type { PayloadRequest } from 'payload'
import { markExercise } from '#domain/dispatch/storm/markExercise.ts'
import { speechOf } from '#domain/text/speech/speechOf.ts'
import { demandIssuer, demandStorm } from '../rights.ts'
import { actOnce } from './actOnce.ts'
import type { Acted } from './actOnce.ts'
import { demandCode } from './demandCode.ts'
import { demandLawful, demandLawfulIssue } from './demandLawful.ts'
import { demandNoneReal } from './demandNoneReal.ts'
import { idsOfAudience } from './idsOfAudience.ts'
import { demandReplaceable, replaceEmergency } from './replaceEmergency.ts'
import type { IssueInput } from './stormInput.ts'

/**
 * Sends an emergency or an exercise in one go: draft, then the board's own release, with the end of what it replaces. The same
 * key makes one bulletin.
 *
 * @throws PortalError not_an_issuer, area_not_yours, nobody_reached, area_unknown, override_not_here,
 *   reason_not_in_force, already_over, exercise_for_real, bulletin_missing, issued_elsewhere, key_reused; those of the second factor and of the board
 */
export const issueStorm = async (options: {
  req: PayloadRequest
  input: IssueInput
  now: Date
}): Promise<Acted> => {
  const { req, input, now } = options
  const storm = demandStorm()
  const { key, code, ...asked } = input
  const { supersedes: earlier } = input
  const site = await demandIssuer(req, ({ id }) => id === input.site)
  const isExercise = input.isExercise || input.reasonCode === storm.exerciseReason
  const reasonCode = isExercise ? storm.exerciseReason : input.reasonCode
  return actOnce({
    req,
    key,
    act: 'issue',
    asked,
    demand: async () => {
      await idsOfAudience(req, input)
      await demandLawful(req, { claims: { ...input, reasonCode }, site, at: now })
      if (earlier !== undefined) await demandReplaceable(req, { earlier, site: site.id })
      if (isExercise) await demandNoneReal(req, { replaced: [earlier], at: now })
      await demandCode({ req, code, purpose: key, isFollowUp: false, now })
    },
    prepare: async () => createDraft({ req, input, isExercise, reasonCode }),
    carryOut: (id) => {
      const issue = () =>
        storm.issueEmergency(req, {
          id,
          reasonCode,
          explanation: input.explanation,
          now,
          demand: (frozen) => demandLawfulIssue(req, { ...frozen, id, reasonCode, at: now }),
        })
      return earlier === undefined
        ? issue()
        : replaceEmergency({ req, earlier, by: input.title, issue, now })
    },
    isItsRelease: () => true,
  })
}

const createDraft = async (options: {
  req: PayloadRequest
  input: IssueInput
  isExercise: boolean
  reasonCode: string
}): Promise<number> => {
  const { req, input, isExercise } = options
  const plain = {
    ...input,
    spokenText: input.spokenText || speechOf(input.text, demandStorm().speech),
  }
  const said = isExercise ? markExercise(plain) : plain
  const made = await req.payload.create({
    collection: 'bulletins',
    data: {
      title: said.title,
      text: said.text,
      spokenText: said.spokenText,
      ...(await idsOfAudience(req, input)),
      site: input.site,
      priority: 'emergency',
      messageKind: isExercise ? 'exercise' : 'alert',
      expiresAt: input.expiresAt,
      reasonCode: options.reasonCode,
      isOverride: input.isOverride,
      ...(input.isOverride ? { overrideReason: input.overrideReason } : {}),
      ...(input.supersedes === undefined ? {} : { supersedes: input.supersedes }),
    },
    draft: true,
    locale: 'vi',
    req,
    overrideAccess: false,
    depth: 0,
  })
  return made.id
}
