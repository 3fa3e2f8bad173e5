import type { CollectionBeforeOperationHook } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { toApiError } from '#kit/toApiError.ts'

type Rights = { roles?: string[] | null; isActive?: boolean | null; identityNumber?: string | null }
type Args = { id?: number | string; data?: Rights }

/**
 * Nobody gives himself a role, switches his own account on or becomes another person, a system administrator neither; and rights are changed one
 * account at a time. Without this, access to the field would drop the value and answer as if all were well.
 */
export const refuseOwnRights: CollectionBeforeOperationHook = ({ args: given, operation, req }) => {
  const { id, data } = given as Args // one hook for every operation; absent keys are undefined
  if (operation !== 'update' || !req.user || !data) return given
  const isOwn = String(id) === String(req.user.id)
  if (id !== undefined && !isOwn) return given
  if (id !== undefined && isSame(data, req.user)) return given
  if (names.every((name) => data[name] === undefined)) return given
  throw toApiError(
    new PortalError('own_rights', 403, {
      vi: 'Không ai tự cấp vai trò, tự đổi trạng thái tài khoản hay số định danh của mình; cần một quản trị viên khác.',
      en: 'Nobody changes his own roles, the state of his own account or his identity number; another administrator does.',
    }),
    req.i18n?.language,
  )
}

const names = ['roles', 'isActive', 'identityNumber'] as const

const isSame = (wanted: Rights, now: Rights) =>
  names.every((name) => wanted[name] === undefined || text(wanted[name]) === text(now[name]))

const text = (value: Rights[(typeof names)[number]]) =>
  Array.isArray(value) ? [...value].sort().join() : String(value ?? '')
