'use client'
import { useDocumentInfo, useForm, useFormModified, useLocale } from '@payloadcms/ui'

/**
 * Saves what is on the screen as a draft when it is not saved yet.
 *
 * @returns a function that gives the document's id; nothing when it could not be saved: the form then says why
 */
export const useSaveDraft = (): (() => Promise<number | undefined>) => {
  const { id, collectionSlug } = useDocumentInfo()
  const { submit } = useForm()
  const isModified = useFormModified()
  const { code: locale } = useLocale()
  return async () => {
    if (id !== undefined && !isModified) return Number(id)
    const query = `?draft=true&depth=0&fallback-locale=null&locale=${locale}`
    const result = await submit({
      action: `/api/${collectionSlug}${id === undefined ? '' : `/${id}`}${query}`,
      method: id === undefined ? 'POST' : 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    })
    if (result && !result.res.ok) return undefined
    if (id !== undefined) return Number(id)
    const body = (await result?.res
      .clone()
      .json()
      .catch(() => undefined)) as { doc?: { id: number } } | undefined
    return body?.doc?.id
  }
}
