import ipaddr from 'ipaddr.js'
import type { IPv4, IPv6 } from 'ipaddr.js'

const publicV6 = ipaddr.IPv6.parseCIDR('2000::/3')

const isV4 = (address: IPv4 | IPv6): address is IPv4 => address.kind() === 'ipv4'

/** Tells whether an address may be dialled. */
export type AddressRules = (address: string) => boolean

/**
 * Public addresses may be dialled; of all others (loopback, private, link-local, carrier, reserved, tunnels that lead back into
 * IPv4) only those of the networks allowed.
 *
 * @param allowed CIDR blocks, such as `10.20.0.0/16`
 * @param setting the name of the setting they come from, for the error
 * @throws with the block that is none
 */
export const addressRules = (
  allowed: readonly string[],
  setting = 'WEBHOOK_PRIVATE_NETWORKS',
): AddressRules => {
  const blocks = allowed.map((block) => {
    try {
      return ipaddr.parseCIDR(block)
    } catch {
      throw new Error(`${setting}: "${block}" is not a network like 10.20.0.0/16`)
    }
  })
  return (text) => {
    if (!ipaddr.isValid(text)) return false
    // An IPv4 address in IPv6 clothes is dialled as IPv4.
    const address = ipaddr.process(text)
    // Of IPv6 only what is given out for the public Internet (RFC 4291): what is not may be routed to anywhere.
    if (address.range() === 'unicast' && (isV4(address) || address.match(publicV6))) return true
    return blocks.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    )
  }
}
