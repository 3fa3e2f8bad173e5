type Node = { type?: string; text?: string; children?: Node[] }

/** Signs that are never read aloud, and would tell who asked. */
const personal = [
  /[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  /(?:\(?\s*(?:mã hồ sơ|mã tra cứu|CCCD|CMND|số căn cước)\s*(?:số)?\s*:?\s*[\p{L}\d-]{6,}\s*\)?)/giu,
]

/**
 * An answer as a bulletin says it: its paragraphs as plain text, whole sentences up to about `words` words. The question
 * itself, with which somebody asked, is left out.
 *
 * @param body a lexical document
 */
export const plainAnswer = (body: unknown, words: number): string => {
  const { root } = (body ?? {}) as { root?: Node }
  const paragraphs = (root?.children ?? [])
    .flatMap(blocksOf)
    .map((text) => personal.reduce((now, sign) => now.replaceAll(sign, ''), text))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
  return shortened(paragraphs, words)
}

const blocksOf = (node: Node): string[] =>
  node.type === 'list' ? (node.children ?? []).flatMap(blocksOf) : [wordsIn(node)]

const wordsIn = (node: Node): string =>
  node.type === 'text'
    ? (node.text ?? '')
    : node.type === 'linebreak'
      ? ' '
      : (node.children ?? []).map(wordsIn).join('')

const shortened = (paragraphs: readonly string[], most: number): string => {
  const kept: string[] = []
  let count = 0
  for (const paragraph of paragraphs) {
    const sentences = paragraph.match(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?](?!\s)|$)+/g) ?? [paragraph]
    const line: string[] = []
    for (const sentence of joined(sentences)) {
      const size = sentence.trim().split(/\s+/).length
      if (count + size > most && count > 0) {
        if (line.length > 0) kept.push(line.join(' '))
        return kept.join('\n')
      }
      count += size
      line.push(sentence.trim())
    }
    if (line.length > 0) kept.push(line.join(' '))
  }
  return kept.join('\n')
}

/** "49/2024/NĐ-CP." and "TP. Hà Nội" do not end a sentence in the middle. */
const joined = (pieces: readonly string[]): string[] => {
  const whole: string[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (
      last !== undefined &&
      (!/[.!?]$/.test(last) || !/^\s/.test(piece) || /(^|\s)(TP|P|Q|H|TX|TT|Đ)\.$/.test(last))
    ) {
      whole[whole.length - 1] = last + piece
    } else whole.push(piece)
  }
  return whole
}
