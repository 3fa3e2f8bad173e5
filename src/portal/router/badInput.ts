import { PortalError } from '#kit/portalError.ts'

/** Nothing public stands at the address. */
export const notFound = (): PortalError =>
  new PortalError('not_found', 404, { vi: 'Không tìm thấy trang.', en: 'Page not found.' })

/** A parameter is not of its kind. */
export const badParameter = (name: string): PortalError =>
  new PortalError('bad_parameter', 400, {
    vi: `Tham số “${name}” không hợp lệ.`,
    en: `The parameter “${name}” is not valid.`,
  })

/** The number of a page of a list. @throws bad_parameter */
export const readPageNumber = (query: URLSearchParams): number => {
  const text = query.get('page')
  if (text === null) return 1
  if (!/^[1-9]\d{0,4}$/.test(text)) throw badParameter('page')
  return Number(text)
}

/** How many pages there are; one that is not among them does not exist. @throws not_found */
export const pagingOf = (page: number, total: number, size: number) => {
  const last = Math.max(1, Math.ceil(total / size))
  if (page > last) throw notFound()
  return { page, last }
}

/** Pages are read, nothing is sent to them. */
export const methodNotAllowed = (): PortalError =>
  new PortalError('method_not_allowed', 405, {
    vi: 'Không hỗ trợ cách gọi này.',
    en: 'This method is not supported.',
  })
