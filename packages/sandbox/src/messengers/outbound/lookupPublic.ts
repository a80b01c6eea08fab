import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { SandboxError } from '../../store/errors.ts'
import { isLoopback, isPrivateAddress } from './isPrivateAddress.ts'

/** The address may not be called. */
class PrivateAddressError extends SandboxError {
  override readonly name = 'PrivateAddressError'

  constructor(address: string) {
    super(`${address} is an address of a local network: it is called only if allowPrivateAddresses is set.`)
  }
}

/**
 * Looks a name up for a connection, and refuses what leads into a local network; this machine's own addresses are let
 * through. Used when the connection is made, so that a name cannot change what it points to after it was looked at.
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

/** Refuses an address that is written as a number, which nothing looks up. @throws {PrivateAddressError} */
export function refusePrivateHost({ hostname }: URL): void {
  const address = hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(address)) refusePrivate(address)
}

function refusePrivate(address: string): void {
  if (isPrivateAddress(address) && !isLoopback(address)) throw new PrivateAddressError(address)
}
