import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { SandboxError } from '../../store/errors.ts'
import { isLoopback, isPrivateAddress } from './isPrivateAddress.ts'

/** Calls to the address are not allowed. */
class PrivateAddressError extends SandboxError {
  override readonly name = 'PrivateAddressError'

  constructor(address: string) {
    super(`${address} is an address of a local network: it is called only if allowPrivateAddresses is set.`)
  }
}

/**
 * Looks up the addresses of a host name, and refuses those of local networks except this machine's own. It runs when the
 * connection is made, so that a name cannot point elsewhere after the check.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    try {
      for (const { address } of addresses) refusePrivate(address)
    } catch (refused) {
      return callback(refused instanceof Error ? refused : new Error(String(refused)), '')
    }
    return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family)
  })
}

/** Refuses a private address given as a number, which is never looked up. @throws {PrivateAddressError} */
export function refusePrivateHost({ hostname }: URL): void {
  const address = hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(address)) refusePrivate(address)
}

function refusePrivate(address: string): void {
  if (isPrivateAddress(address) && !isLoopback(address)) throw new PrivateAddressError(address)
}
