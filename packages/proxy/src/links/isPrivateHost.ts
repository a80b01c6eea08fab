import { isLoopback } from './isLoopback.ts'

/** Names that no public DNS knows. */
const privateNames = /\.(local|internal|lan|home\.arpa|localdomain|test|invalid)$/

/** First bytes of addresses that are not of the public network. */
const privateIpv4 =
  /^(0|10|127)\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^192\.(168|0\.0|0\.2)\.|^198\.(1[89]|51\.100)\.|^203\.0\.113\.|^(22[4-9]|2[34]\d|25[0-5])\./

/** Loopback, unspecified, unique local, link-local, multicast, documentation, and forms that hold an IPv4 address. */
const privateIpv6 = /^\[(::|f[cd]|fe[89a-f]|ff|2001:db8:|64:ff9b:|2002:)/

/** Returns true for a URL's host name that the public network cannot reach: this machine, a private network, or a bare name. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
  if (isLoopback(name) || privateIpv6.test(name)) return true
  if (/^[\d.]+$/.test(name)) return privateIpv4.test(name)
  return !name.startsWith('[') && (!name.includes('.') || privateNames.test(name))
}
