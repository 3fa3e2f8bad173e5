import { theOptions } from '../options.ts'

/** What the desk shows of a frozen document. */
export type Shown = {
  title: string
  /** Of a bulletin: normal, priority, emergency. */
  priority: string
  category: number | null
  /** The document in the first language it has. */
  document: Record<string, unknown>
}

/** Title, priority and section of a frozen document. */
export const shownOf = (collection: string, body: string): Shown => {
  const { locales } = JSON.parse(body) as { locales: Record<string, Record<string, unknown>> } // canonical text
  const document = locales.vi ?? Object.values(locales)[0] ?? {}
  const projection = theOptions().governed.find((one) => one.slug === collection)?.projection
  const title = document[projection?.title ?? 'title']
  const category = projection?.category ? document[projection.category] : null
  return {
    title: typeof title === 'string' ? title : '',
    priority: typeof document.priority === 'string' ? document.priority : 'normal',
    category: typeof category === 'number' ? category : null,
    document,
  }
}
