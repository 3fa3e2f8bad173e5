/**
 * SQL: whether a device belongs to one of the areas or groups of an audience; the code of the city stands for every commune.
 *
 * @param device its id, and the code of its unit, as columns
 * @param areas the parameter with their codes; that with the codes of groups follows it
 */
export const isCovered = (device: { id: string; unit: string }, areas = 3): string =>
  `(${device.unit} = any($${areas}::text[])
    or exists (select from public.units a where a.code = any($${areas}::text[]) and a.kind = 'city')
    or exists (select from public.devices_rels r join public.device_groups g on g.id = r.device_groups_id
               where r.parent_id = ${device.id} and g.code = any($${areas + 1}::text[])))`
