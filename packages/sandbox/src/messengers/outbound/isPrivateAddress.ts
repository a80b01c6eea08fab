import { BlockList, isIP } from 'node:net'

/** True for an IP address of this machine. */
export function isLoopback(address: string): boolean {
  return contains(loopback, address)
}

/** True for a private or reserved IP address, which a vendor on the internet could not reach. */
export function isPrivateAddress(address: string): boolean {
  return contains(loopback, address) || contains(local, address) || contains(translated, address)
}

/** True for an IP address on the internet, or one that a gateway may translate to one. */
export function isPublicAddress(address: string): boolean {
  return !contains(loopback, address) && (contains(translated, address) || !contains(local, address))
}

const loopback = toBlockList(['127.0.0.0/8', '::1/128'])

/**
 * Special-purpose ranges that are not on the internet, but for those of documentation: nothing is there.
 * @see IANA, "IPv4 Special-Purpose Address Registry" and "IPv6 Special-Purpose Address Registry"
 */
const local = toBlockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/96',
  '100::/63',
  '2001::/23',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
])

/** IPv6 addresses that contain an IPv4 one of any kind: NAT64, NAT64 of a local network, Teredo and 6to4. */
const translated = toBlockList(['64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16'])

function toBlockList(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

/** `BlockList` also recognizes an IPv4 address mapped to IPv6, e.g. `::ffff:10.0.0.1`. */
function contains(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
