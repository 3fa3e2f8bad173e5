/** The regulations by the letter their clauses begin with. */
const regulations: Record<string, { vi: string; en: string }> = {
  S: { vi: 'Quy chế 5020/QĐ-UBND', en: 'Regulation 5020/QĐ-UBND' },
  P: { vi: 'Quy chế 4263/QĐ-UBND', en: 'Regulation 4263/QĐ-UBND' },
  H: {
    vi: 'dự thảo Quy chế thông tin nguồn Hải Phòng',
    en: 'the draft source-information regulation of Hải Phòng',
  },
  E: { vi: 'Quy chế dữ liệu công tác dân tộc', en: 'the regulation on ethnic-affairs data' },
  C: {
    vi: 'dự thảo Quy chế an ninh mạng Hải Phòng',
    en: 'the draft cybersecurity regulation of Hải Phòng',
  },
}

/** Letter, article, clause, point; what follows tells requirements within it apart, which a citation does not name. */
const ANCHOR = /^([SPHEC])-(\d+)(?:\.(\d+))?([a-zđ])?(?:\.\d+)?$/

/**
 * A clause of the catalogue as a text of law is cited: `S-11.1a` is "điểm a khoản 1 Điều 11 Quy chế 5020/QĐ-UBND". What is no
 * such clause is returned as it is.
 */
export const citation = (clause: string, language: string): string => {
  const [, letter = '', article, part, point] = ANCHOR.exec(clause) ?? []
  const regulation = regulations[letter]
  if (!regulation) return clause
  if (language === 'en') {
    const place = `${article}${part ? `(${part})` : ''}${point ? `(${point})` : ''}`
    return `Article ${place}, ${regulation.en}`
  }
  return [
    point ? `điểm ${point}` : '',
    part ? `khoản ${part}` : '',
    `Điều ${article}`,
    regulation.vi,
  ]
    .filter(Boolean)
    .join(' ')
}
