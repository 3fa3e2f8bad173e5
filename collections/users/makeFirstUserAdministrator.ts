import type { CollectionBeforeChangeHook } from 'payload'

/** The very first account of an installation is its system administrator; every later one gets its roles from one. */
export const makeFirstUserAdministrator: CollectionBeforeChangeHook = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create') return data
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    overrideAccess: true,
    req,
  })
  return totalDocs === 0 ? { ...data, roles: ['systemAdmin'], isActive: true } : data
}
