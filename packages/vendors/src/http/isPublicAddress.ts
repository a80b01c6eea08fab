/** Returns true for the address of a host on the internet, and not on this machine or in a local network. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
    .exec(mapped ?? address)
    ?.slice(1)
    .map(Number)
  return octets ? isPublicV4(octets) : isPublicV6(address)
}

/** Networks of version 4 that are not of the internet: their beginning, and its length in bits. */
const privateNetworks: [network: number[], bits: number][] = [
  [[0, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10],
  [[127, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16],
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24],
  [[192, 168, 0, 0], 16],
  [[198, 18, 0, 0], 15],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 3],
]

function isPublicV4(octets: number[]): boolean {
  const address = toNumber(octets)
  return !privateNetworks.some(([network, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(address / size) === Math.floor(toNumber(network) / size)
  })
}

function toNumber(octets: number[]): number {
  return octets.reduce((number, octet) => number * 256 + octet, 0)
}

/** Of the addresses of version 6 only 2000::/3 is the internet's, less what stands for addresses of version 4, and examples. */
function isPublicV6(address: string): boolean {
  const [first = '', second = ''] = address.toLowerCase().split(':')
  const high = Number.parseInt(first, 16)
  if (!address.includes(':') || Number.isNaN(high) || high < 0x2000 || high > 0x3fff || high === 0x2002) return false
  return !(high === 0x2001 && (second === '' || Number.parseInt(second, 16) === 0 || second === 'db8'))
}

/** Returns true for a URL's host that is on this machine or in a local network by its own name or address. */
export function isPrivateHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$/.test(address) || address.includes(':')) return !isPublicAddress(address)
  return !hostname.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)$/i.test(hostname)
}
