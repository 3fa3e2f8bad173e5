/**
 * The condition that whoever was told by telling `t` of alert `a` would still be told of its owner today: a link in a mail
 * lasts for weeks, an office may end sooner.
 *
 * @param opsMail the parameter that holds the address of operations, as `$3`
 */
export const stillTold = (opsMail: string): string =>
  `(t.email = lower(${opsMail}::text) or exists (
    select from sla.recipients r where lower(r.email) = t.email and (r.owner is null or r.owner = a.owner)))`
