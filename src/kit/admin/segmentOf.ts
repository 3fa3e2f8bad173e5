import type { AdminViewServerProps } from 'payload'

/** A part of the address of a view, counted from 0 after `/admin`: of `/admin/sla/sites/ha-noi` number 2 is `ha-noi`. */
export const segmentOf = (view: AdminViewServerProps, index: number): string => {
  const segments = view.params?.segments
  try {
    return decodeURIComponent((Array.isArray(segments) ? segments[index] : undefined) ?? '')
  } catch {
    return '' // a broken percent sign names nothing
  }
}
