/** CAP 1.2 asks for a headline of at most 160 characters. */
const LIMIT = 160

/** The headline of a message in the Common Alerting Protocol: the title, cut at a word. */
export const capHeadline = (title: string): string => {
  const plain = title.replace(/\s+/g, ' ').trim()
  if (plain.length <= LIMIT) return plain
  return `${plain.slice(0, LIMIT - 1).replace(/\s+\S*$/, '')}…`
}
