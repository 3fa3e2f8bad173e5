/** Somebody who may sign in a role of the board's own. Days are YYYY-MM-DD, both included; null: without an end. */
export type Signer = { person: number; name: string; startsOn: string; endsOn: string | null }

/** A mandate under which somebody signs for the head. */
export type ActingMandate = Signer & {
  principal: number
  /** Covers part of the work only. */
  isScoped: boolean
  document: string
}

/** Days in a row on which the same people may sign. */
export type ActingSpan = {
  from: string
  to: string
  days: number
  heads: Signer[]
  acting: ActingMandate[]
  /** Others whom the board's flows let approve on their own. */
  others: Signer[]
  /** Nobody may sign whatever comes: work stops, or all of it but the part a mandate covers. */
  isGap: boolean
}

/**
 * Who may sign for a board, day by day, with equal days drawn together.
 *
 * @param board.terms terms of heads, whatever the state of their accounts: a mandate lives no longer than they do
 * @param board.heads heads who can sign themselves
 * @param from first day, YYYY-MM-DD
 * @param days how many
 */
export const actingSpans = (
  board: {
    terms: readonly Signer[]
    heads: readonly Signer[]
    mandates: readonly ActingMandate[]
    others: readonly Signer[]
  },
  from: string,
  days: number,
): ActingSpan[] => {
  const spans: ActingSpan[] = []
  for (let index = 0; index < days; index += 1) {
    const day = dayAfter(from, index)
    const isOn = (one: Signer) => one.startsOn <= day && (one.endsOn === null || one.endsOn >= day)
    const inTerm = board.terms.filter(isOn)
    const heads = board.heads.filter(isOn)
    const acting = board.mandates.filter(
      (one) => isOn(one) && inTerm.some((term) => term.person === one.principal),
    )
    const others = board.others.filter(isOn)
    const isGap = heads.length === 0 && others.length === 0 && acting.every((one) => one.isScoped)
    const last = spans.at(-1)
    const span = { from: day, to: day, days: 1, heads, acting, others, isGap }
    if (last && isSame(last, span)) {
      last.to = day
      last.days += 1
    } else spans.push(span)
  }
  return spans
}

/** The day `count` days after another, both YYYY-MM-DD. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

const isSame = (a: ActingSpan, b: ActingSpan): boolean =>
  sameList(a.heads, b.heads) && sameList(a.acting, b.acting) && sameList(a.others, b.others)

const sameList = (a: readonly Signer[], b: readonly Signer[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])
