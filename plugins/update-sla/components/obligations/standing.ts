import type { VersionLine } from '../../obligations/readHistory.ts'

/** An obligation as it stands on a day. */
export type Standing = {
  code: string
  latest: VersionLine
  /** Null: nothing is owed that day. */
  inForce: VersionLine | null
  /** The next version that begins later. */
  planned: VersionLine | null
}

/**
 * How each obligation stands: of the versions that have begun the latest counts, also when it has ended.
 *
 * @param lines the latest version of each first
 * @param today YYYY-MM-DD
 */
export const standingOf = (lines: readonly VersionLine[], today: string): Standing[] => {
  const byCode = new Map<string, VersionLine[]>()
  for (const line of lines) byCode.set(line.code, [...(byCode.get(line.code) ?? []), line])
  return [...byCode].flatMap(([code, versions]) => {
    const [latest] = versions
    if (!latest) return []
    const begun = versions.find(({ validFrom }) => validFrom <= today)
    const isOver = begun?.validTo !== null && begun?.validTo !== undefined && begun.validTo < today
    const ahead = versions.filter(
      (one) => one.validFrom > today && one.version > (begun?.version ?? 0),
    )
    return [
      {
        code,
        latest,
        inForce: begun && !isOver ? begun : null,
        planned: ahead.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0] ?? null,
      },
    ]
  })
}
