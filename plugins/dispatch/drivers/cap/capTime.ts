const OFFSET_MINUTES = 7 * 60

/**
 * A moment as CAP writes it (§ 3.3.2): whole seconds, Việt Nam's own offset, never `Z`.
 *
 * @param moment ISO 8601 with zone
 * @param zone `local` is +07:00; `utc` is written -00:00
 */
export const capTime = (moment: string | Date, zone: 'local' | 'utc' = 'local'): string => {
  const at = new Date(moment)
  const minutes = zone === 'local' ? OFFSET_MINUTES : 0
  const text = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  return `${text}${zone === 'local' ? '+07:00' : '-00:00'}`
}
