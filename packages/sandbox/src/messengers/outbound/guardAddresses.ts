import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { SandboxError } from '../../store/errors.ts'
import { isLoopback, isPrivateAddress, isPublicAddress } from './isPrivateAddress.ts'

/** Addresses that may be called besides those of this machine, where a CRM in development is. */
export interface AllowedAddresses {
  /** Allows addresses of local networks. */
  allowPrivate: boolean
  /** Allows addresses on the internet. */
  allowPublic: boolean
}

/** Limits calls to allowed addresses. */
export interface AddressGuard {
  /** Refuses an address given as a number, which is never looked up. @throws {AddressNotAllowedError} */
  checkHost: (url: URL) => void
  /** Looks up a host name when a connection is made, so that the name cannot point elsewhere after a check. */
  lookup: LookupFunction
}

/** Calls to the address are not allowed. */
class AddressNotAllowedError extends SandboxError {
  override readonly name = 'AddressNotAllowedError'
}

/** Creates a guard. */
export function guardAddresses({
  allowPrivate,
  allowPublic,
  resolve = lookup,
}: AllowedAddresses & {
  /** Finds the addresses of a name. @default the system's */
  resolve?: typeof lookup
}): AddressGuard {
  /** The reason for not calling an address; nothing if it may be called. */
  function explain(address: string): string | undefined {
    if (isLoopback(address)) return undefined
    if (!allowPublic && isPublicAddress(address)) return toPublicMessage(address)
    return !allowPrivate && isPrivateAddress(address) ? toPrivateMessage(address) : undefined
  }
  return {
    checkHost({ hostname }) {
      const address = hostname.replace(/^\[(.*)\]$/, '$1')
      const refused = isIP(address) ? explain(address) : undefined
      if (refused !== undefined) throw new AddressNotAllowedError(refused)
    },
    lookup(hostname, options, callback) {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '')
        const [first] = addresses
        const refused = addresses.map(({ address }) => explain(address)).find((reason) => reason !== undefined)
        if (refused !== undefined) return callback(new AddressNotAllowedError(refused), '')
        return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family)
      })
    },
  }
}

function toPrivateMessage(address: string): string {
  return `${address} is an address of a local network: it is called only if allowPrivateAddresses is set.`
}

function toPublicMessage(address: string): string {
  return (
    `${address} is a public address, and the sandbox sends nothing to the internet by itself. To deliver made-up messages ` +
    'there, start it with --allow-public-webhooks, or set allowPublicWebhooks.'
  )
}
