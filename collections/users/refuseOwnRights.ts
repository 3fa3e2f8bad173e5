import type { CollectionBeforeOperationHook } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { toApiError } from '#kit/toApiError.ts'

type Args = { id?: number | string; data?: { roles?: string[] | null; isActive?: boolean | null } }

/**
 * Nobody gives himself a role or switches his own account on, a system administrator neither; and rights are changed one
 * account at a time. Without this, access to the field would drop the value and answer as if all were well.
 */
export const refuseOwnRights: CollectionBeforeOperationHook = ({ args: given, operation, req }) => {
  const { id, data } = given as Args // one hook for every operation; absent keys are undefined
  if (operation !== 'update' || !req.user || !data) return given
  const isOwn = String(id) === String(req.user.id)
  if (id !== undefined && !isOwn) return given
  const { roles, isActive } = req.user
  const isSame =
    id !== undefined &&
    (data.roles === undefined || sorted(data.roles) === sorted(roles)) &&
    (data.isActive === undefined || Boolean(data.isActive) === Boolean(isActive))
  if (isSame || (data.roles === undefined && data.isActive === undefined)) return given
  throw toApiError(
    new PortalError('own_rights', 403, {
      vi: 'Không ai tự cấp vai trò hay tự đổi trạng thái tài khoản của mình; cần một quản trị viên khác.',
      en: 'Nobody changes his own roles or the state of his own account; another administrator does.',
    }),
    req.i18n?.language,
  )
}

const sorted = (roles: string[] | null | undefined) => [...(roles ?? [])].sort().join()
