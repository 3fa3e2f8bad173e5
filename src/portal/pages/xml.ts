export { xmlText as xml } from '#domain/text/xmlText.ts'
