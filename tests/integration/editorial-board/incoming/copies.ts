import { releaseUnderConsent, withdrawWithOrigin } from '#plugins/editorial-board/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import type { Museum, Museums } from './openMuseums.ts'

/** The acts of whatever copies items between museums. */
export const copiesOf = (museums: Museums) => {
  /** A copy's draft, written by no person. */
  const copy = async (source: Release, to: Museum = 'south', more: Record<string, unknown> = {}) =>
    museums.draft(to, { ...(await museums.copyOf(source)), ...more })

  /** @returns 'released', or the code of the refusal */
  const tried = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'released',
      (error: { code?: string; message: string }) => error.code ?? error.message,
    )

  const underConsent = async (
    id: number,
    source: Release,
    consentId: string,
    kind: 'publish' | 'update' | 'correct' = 'publish',
  ) =>
    releaseUnderConsent({
      req: await museums.requestOf(),
      collection: 'exhibits',
      id,
      consentId,
      origin: { log: source.log, seq: source.seq },
      kind,
    })

  const withOrigin = async (id: number, tombstone: Release) =>
    withdrawWithOrigin({
      req: await museums.requestOf(),
      collection: 'exhibits',
      id,
      origin: { log: tombstone.log, seq: tombstone.seq },
      reasonCode: 'error',
      explanation: 'Trang gốc đã gỡ.',
    })

  return { copy, tried, underConsent, withOrigin }
}

export type Copies = ReturnType<typeof copiesOf>
