/** A site with the words its texts speak of it. */
export type Place = {
  siteId: number
  unitId: number
  code: string
  /** Unit code, or the code of the department. */
  unitCode: string
  level: 'city' | 'department' | 'commune'
  /** "Phường Ba Đình". */
  name: string
  nameEn: string
  /** In the middle of a sentence: "phường Ba Đình". */
  who: string
  /** "Ủy ban nhân dân phường Ba Đình". */
  committee: string
  /** What a commune is divided into. */
  part: 'tổ dân phố' | 'thôn'
}

/** The words of a unit. */
export const wordsOf = (unit: {
  code: string
  name: string
  level: Place['level']
}): Pick<Place, 'who' | 'committee' | 'part'> => {
  if (unit.level === 'city') {
    return { who: 'thành phố', committee: 'Ủy ban nhân dân Thành phố', part: 'tổ dân phố' }
  }
  if (unit.level === 'department') {
    return { who: unit.name, committee: unit.name, part: 'tổ dân phố' }
  }
  const who = unit.name.replace(/^(Phường|Xã)/, (kind) => kind.toLowerCase())
  return {
    who,
    committee: `Ủy ban nhân dân ${who}`,
    part: who.startsWith('phường') ? 'tổ dân phố' : 'thôn',
  }
}
