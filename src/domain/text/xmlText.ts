/** What XML 1.0 does not know, lone surrogates included. */
const unknown = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text without the characters that no XML document may hold, however they are written. */
export const xmlSafe = (text: string): string => text.replace(unknown, ' ')

/** A text as it stands within XML, in an element or in an attribute. */
export const xmlText = (text: string): string =>
  xmlSafe(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
