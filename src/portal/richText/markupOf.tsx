import { renderToStaticMarkup } from 'react-dom/server'
import { RichText } from './RichText.tsx'

/** A released rich text as HTML that stands alone, with whole addresses. */
export const markupOf = (richText: unknown, publicUrl: string): string =>
  renderToStaticMarkup(<RichText value={richText} />)
    .replace(/ (href|src)="\/(?!\/)/g, ` $1="${publicUrl}/`)
    .replace(
      / srcset="([^"]*)"/gi,
      (_whole, list: string) => ` srcset="${list.replace(/(^|,\s*)\/(?!\/)/g, `$1${publicUrl}/`)}"`,
    )
