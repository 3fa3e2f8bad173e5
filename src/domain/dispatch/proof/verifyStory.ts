import type { ProofBundle, ProofInstruction } from './proofBundle.ts'
import type { ProofFinding } from './verifyProof.ts'

/** Two machines may differ by so much in what time it is. */
const CLOCKS_MS = 60_000

type Said = Record<'title' | 'text' | 'spokenText' | 'priority' | 'kind', unknown>
type Released = Partial<
  Record<'title' | 'text' | 'spokenText' | 'priority' | 'messageKind', string>
>

/**
 * Holds what a proof tells against itself: each instruction says what its release says and is not older than it, nothing
 * happened before its instruction, and nothing was given anew by a release that an end had followed.
 */
export const verifyStory = ({ instructions, deliveries }: ProofBundle): ProofFinding[] => {
  const made = new Map(instructions.map(({ id, createdAt }) => [id, createdAt]))
  const findings: ProofFinding[] = []
  for (const one of instructions) {
    const { id, createdAt, release } = one
    if (!saysItsRelease(one)) findings.push({ code: 'not_as_released', about: id })
    if (release && isBefore(createdAt, release.releasedAt))
      findings.push({ code: 'before_release', about: id })
    if (one.kind !== 'cancel' && instructions.some((end) => isEndOf(end, one)))
      findings.push({ code: 'given_after_end', about: id })
  }
  for (const { instruction, device, attempts, receipts } of deliveries) {
    const since = made.get(instruction)
    const times = [
      ...attempts.flatMap((one) => [one.started_at, one.ended_at]),
      ...receipts.flatMap((one) => [one.device_at, one.stored_at]),
    ]
    if (since !== undefined && times.some((at) => typeof at === 'string' && isBefore(at, since)))
      findings.push({ code: 'before_instruction', about: device })
  }
  return findings
}

const isBefore = (one: string, other: string): boolean =>
  Date.parse(one) < Date.parse(other) - CLOCKS_MS

/** The end for those an update leaves out comes of the update's own release, so it is not later than that. */
const isEndOf = (end: ProofInstruction, one: ProofInstruction): boolean =>
  end.kind === 'cancel' &&
  end.number < one.number &&
  end.release !== null &&
  one.release !== null &&
  end.release.log === one.release.log &&
  end.release.seq > one.release.seq

/** A cancellation has words of its own, and only its title of the release; speech is held against speech that was written. */
const saysItsRelease = ({ snapshot, kind, priority, release }: ProofInstruction): boolean => {
  const said = read(snapshot) as Said | null
  if (!said || said.kind !== kind || said.priority !== priority) return false
  if (!release?.body) return true
  const body = read(release.body) as { locales?: Record<string, Released> } | null
  const bulletin = body?.locales?.vi ?? Object.values(body?.locales ?? {})[0]
  if (!bulletin || bulletin.title !== said.title) return false
  if (kind === 'cancel') return true
  const { spokenText, messageKind } = bulletin
  return (
    bulletin.text === said.text &&
    bulletin.priority === priority &&
    (!spokenText?.trim() || spokenText === said.spokenText) &&
    (kind === 'update' || release.kind !== 'publish' || kind === (messageKind ?? 'alert'))
  )
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
