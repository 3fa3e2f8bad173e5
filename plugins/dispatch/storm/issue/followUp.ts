import type { PayloadRequest } from 'payload'
import { markExercise } from '#domain/dispatch/storm/markExercise.ts'
import { speechOf } from '#domain/text/speech/speechOf.ts'
import { demandIssuer, demandStorm } from '../rights.ts'
import { actOnce } from './actOnce.ts'
import type { Acted } from './actOnce.ts'
import { demandAhead } from './demandAhead.ts'
import { demandCode } from './demandCode.ts'
import { demandLawfulIssue } from './demandLawful.ts'
import { endEmergency } from './endEmergency.ts'
import { lockInForce } from './lockInForce.ts'
import { demandInForce, readEmergency } from './readEmergency.ts'
import type { Emergency } from './readEmergency.ts'
import { saveFromReleased } from './saveFromReleased.ts'
import type { Changes } from './saveFromReleased.ts'
import type { EndInput, UpdateInput } from './stormInput.ts'

type Asked<T> = { req: PayloadRequest; bulletin: number; input: T; now: Date }

/**
 * Corrects an emergency in force or moves its end, through the board's own release: devices replace what they have.
 *
 * @throws PortalError bulletin_missing, not_in_force, not_an_issuer, already_over, key_reused; those of the second factor and
 *   of the board; draft_differs
 */
export const updateStorm = async ({
  req,
  bulletin,
  input,
  now,
}: Asked<UpdateInput>): Promise<Acted> => {
  const storm = demandStorm()
  const { key, code, ...asked } = input
  const emergency = await readEmergency(req, bulletin)
  await demandIssuer(req, ({ id }) => id === emergency.site)
  return actOnce({
    req,
    key,
    act: 'update',
    asked: { bulletin, ...asked },
    demand: async () => {
      demandInForce(emergency, now)
      const expiresAt = input.expiresAt ?? emergency.expiresAt
      if (expiresAt !== null) demandAhead(expiresAt, now)
      await demandCode({ req, code, purpose: key, isFollowUp: true, now })
    },
    prepare: () => Promise.resolve(bulletin),
    carryOut: async (id) => {
      const standing = await readEmergency(req, id)
      demandInForce(standing, now)
      const demandSame = await saveFromReleased(req, standing, changesOf(standing, input))
      const reasonCode = standing.reasonCode ?? storm.exerciseReason
      return storm.issueEmergency(req, {
        id,
        reasonCode,
        explanation: input.explanation,
        now,
        demand: async (frozen) => {
          await lockInForce(req, id, now)
          demandSame(frozen)
          await demandLawfulIssue(req, { ...frozen, id, reasonCode, at: now })
        },
      })
    },
    isItsRelease: ({ kind, document }) =>
      kind !== 'withdraw' && document.messageKind !== 'cancel' && says(document, input),
  })
}

/**
 * Ends an emergency: devices stop, and only those that may have it are told.
 *
 * @throws PortalError as updateStorm
 */
export const endStorm = async ({ req, bulletin, input, now }: Asked<EndInput>): Promise<Acted> => {
  const { key, code, ...asked } = input
  const emergency = await readEmergency(req, bulletin)
  await demandIssuer(req, ({ id }) => id === emergency.site)
  return actOnce({
    req,
    key,
    act: 'end',
    asked: { bulletin, ...asked },
    demand: async () => {
      demandInForce(emergency, now)
      await demandCode({ req, code, purpose: key, isFollowUp: true, now })
    },
    prepare: () => Promise.resolve(bulletin),
    carryOut: (id) => endEmergency({ req, bulletin: id, ...asked, now }),
    isItsRelease: ({ kind, document }) => kind === 'withdraw' || document.messageKind === 'cancel',
  })
}

/** Whether a released text has what a correction asked for. */
const says = (document: Readonly<Record<string, unknown>>, input: UpdateInput): boolean => {
  const { title, text, spokenText, expiresAt } = document
  const has = (value: unknown, asked: string | undefined) =>
    !asked || (typeof value === 'string' && value.includes(asked)) // an exercise has its mark around it
  return (
    has(title, input.title) &&
    has(text, input.text) &&
    has(spokenText, input.spokenText) &&
    (input.expiresAt === undefined || Date.parse(String(expiresAt)) === Date.parse(input.expiresAt))
  )
}

const changesOf = (emergency: Emergency, input: UpdateInput): Changes => {
  const plain = {
    title: input.title ?? emergency.title,
    text: input.text ?? emergency.text,
    spokenText:
      input.spokenText ||
      (input.text === undefined
        ? emergency.spokenText || emergency.text
        : speechOf(input.text, demandStorm().speech)),
  }
  const { title, text, spokenText } =
    emergency.messageKind === 'exercise' ? markExercise(plain) : plain
  return {
    title,
    text,
    spokenText,
    ...(input.expiresAt === undefined ? {} : { expiresAt: input.expiresAt }),
  }
}
