import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xmlText } from '#domain/text/xmlText.ts'

const read = (text: string): { inner: string; name: string } => {
  const document = `<a name="${xmlText(text)}">${xmlText(text)}</a>`
  expect(XMLValidator.validate(document)).toBe(true)
  const options = { ignoreAttributes: false, attributeNamePrefix: '', trimValues: false }
  const { a } = new XMLParser({
    ...options,
    parseTagValue: false,
    alwaysCreateTextNode: true,
  }).parse(document) as { a: { '#text': string; name: string } }
  return { inner: a['#text'], name: a.name }
}

test('any text is well-formed XML, in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)),
    { numRuns: 40 },
  )
})

test('markup arrives as it was written, and what XML does not know as a space', () => {
  const text = `<b a="1">'Chợ' & hoa</b> ]]>`
  expect(read(text)).toEqual({ inner: text, name: text })
  expect(xmlText('a\u0000b\u001Fc\uD800d\uFFFEe')).toBe('a b c d e')
  expect(xmlText('😀')).toBe('😀')
})
