/** An appointment as its entry says it; days are YYYY-MM-DD, both included. */
export type Appointed = {
  id: string | null
  person: number
  role: string
  categories: readonly number[] | null
  startsOn: string
  endsOn: string | null
}

/** A mandate as its entry says it. */
export type Mandated = {
  id: string
  principal: number
  delegate: number
  collections: readonly string[] | null
  categories: readonly number[] | null
  startsOn: string
  endsOn: string
  document: string
}

/** What an act is about; what its entry leaves out is not held against it. */
export type Item = { collection: string | undefined; category: number | null | undefined }

/** Who says to act for whom, under which mandate. */
export type Acting = { person: number; principal: number | undefined; mandate: string | undefined }

/** Who is what on one board, as far as its chain has been read. */
export const createStandings = () => {
  const appointed = new Map<number, Appointed[]>()
  const mandates = new Map<string, Mandated & { isEnded: boolean }>()

  const holds = (person: number, roles: readonly string[], day: string, category?: number | null) =>
    (appointed.get(person) ?? []).some(
      (one) =>
        roles.includes(one.role) &&
        one.startsOn <= day &&
        (one.endsOn === null || one.endsOn >= day) &&
        (category === undefined ||
          one.categories === null ||
          (category !== null && one.categories.includes(category))),
    )

  return {
    appoint: (one: Appointed): void => {
      appointed.set(one.person, [...(appointed.get(one.person) ?? []), one])
    },
    /** Those the owner entered have no id in their entry: person and role tell which. */
    end: (end: { id: string; person: number; role: string; endsOn: string }): void => {
      const list = appointed.get(end.person) ?? []
      const found =
        list.find((one) => one.id === end.id) ??
        list.find(
          (one) => one.id === null && one.role === end.role && (one.endsOn ?? '9') > end.endsOn,
        )
      if (!found) return
      const endsOn = found.endsOn === null || found.endsOn > end.endsOn ? end.endsOn : found.endsOn
      appointed.set(
        end.person,
        list.map((one) => (one === found ? { ...one, endsOn } : one)),
      )
    },
    grant: (mandate: Mandated): void => {
      mandates.set(mandate.id, { ...mandate, isEnded: false })
    },
    endMandate: (id: string): void => {
      const found = mandates.get(id)
      if (found) mandates.set(id, { ...found, isEnded: true })
    },
    mandate: (id: string): Mandated | undefined => mandates.get(id),
    /** Whether a person holds one of the roles on a day; `category` narrows that of a checker. */
    holds,
    /** Whether somebody acts for the head on a day under a mandate that covers the item. */
    mayAct: (by: Acting, item: Item, day: string): boolean => {
      const found = mandates.get(by.mandate ?? '')
      return (
        found !== undefined &&
        !found.isEnded &&
        found.delegate === by.person &&
        found.principal === by.principal &&
        found.startsOn <= day &&
        day <= found.endsOn &&
        holds(found.principal, ['head'], day) &&
        holds(found.delegate, ['deputy', 'member'], day) &&
        (found.collections === null ||
          item.collection === undefined ||
          found.collections.includes(item.collection)) &&
        (found.categories === null ||
          item.category === undefined ||
          (item.category !== null && found.categories.includes(item.category)))
      )
    },
  }
}

/** Who is what on one board. */
export type Standings = ReturnType<typeof createStandings>
