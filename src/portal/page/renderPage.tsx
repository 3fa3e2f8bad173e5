import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A page as the bytes of a whole HTML document. */
export const renderPage = (element: ReactElement): Buffer =>
  Buffer.from(`<!doctype html>${renderToStaticMarkup(element)}`)
