type Regulation = {
  vi: string
  en: string
  /** As tight places name it. */
  short: { vi: string; en: string }
}

/** The regulations by the letter their clauses begin with. */
const regulations: Record<string, Regulation> = {
  S: {
    vi: 'Quy chế 5020/QĐ-UBND',
    en: 'Regulation 5020/QĐ-UBND',
    short: { vi: 'Quy chế 5020', en: 'Reg. 5020' },
  },
  P: {
    vi: 'Quy chế 4263/QĐ-UBND',
    en: 'Regulation 4263/QĐ-UBND',
    short: { vi: 'Quy chế 4263', en: 'Reg. 4263' },
  },
  H: {
    vi: 'dự thảo Quy chế thông tin nguồn Hải Phòng',
    en: 'the draft source-information regulation of Hải Phòng',
    short: { vi: 'dự thảo thông tin nguồn', en: 'draft source-information reg.' },
  },
  E: {
    vi: 'Quy chế dữ liệu công tác dân tộc',
    en: 'the regulation on ethnic-affairs data',
    short: { vi: 'Quy chế dân tộc', en: 'ethnic-affairs reg.' },
  },
  C: {
    vi: 'dự thảo Quy chế an ninh mạng Hải Phòng',
    en: 'the draft cybersecurity regulation of Hải Phòng',
    short: { vi: 'dự thảo an ninh mạng', en: 'draft cybersecurity reg.' },
  },
}

/** Letter, article, clause, point; what follows tells requirements within it apart, which a citation does not name. */
const ANCHOR = /^([SPHEC])-(\d+)(?:\.(\d+))?([a-zđ])?(?:\.\d+)?$/

/**
 * A clause of the catalogue as a text of law is cited: `S-11.1a` is "điểm a khoản 1 Điều 11 Quy chế 5020/QĐ-UBND". What is no
 * such clause is returned as it is.
 */
export const citation = (clause: string, language: string): string => {
  const found = partsOf(clause)
  if (!found) return clause
  const { regulation } = found
  return language === 'en'
    ? `Article ${placeInEnglish(found)}, ${regulation.en}`
    : `${place(found)} ${regulation.vi}`
}

/** The same for table cells and choices, where room is short: "điểm a khoản 1 Điều 11 Quy chế 5020", "Art. 11(1)(a), Reg. 5020". */
export const shortCitation = (clause: string, language: string): string => {
  const found = partsOf(clause)
  if (!found) return clause
  const { short } = found.regulation
  return language === 'en'
    ? `Art. ${placeInEnglish(found)}, ${short.en}`
    : `${place(found)} ${short.vi}`
}

type Parts = { regulation: Regulation; article: string; part?: string; point?: string }

const partsOf = (clause: string): Parts | undefined => {
  const [, letter = '', article = '', part, point] = ANCHOR.exec(clause) ?? []
  const regulation = regulations[letter]
  if (!regulation) return undefined
  // Clause 0 is what an article says before its first clause.
  return { regulation, article, ...(part && part !== '0' ? { part } : {}), ...(point && { point }) }
}

const place = ({ article, part, point }: Parts): string =>
  [point ? `điểm ${point}` : '', part ? `khoản ${part}` : '', `Điều ${article}`]
    .filter(Boolean)
    .join(' ')

const placeInEnglish = ({ article, part, point }: Parts): string =>
  `${article}${part ? `(${part})` : ''}${point ? `(${point})` : ''}`
