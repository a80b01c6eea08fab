import { isPrivateHost } from '../links/isPrivateHost.ts'

/** Returns true for the address of a vendor on this machine or in a private network. */
export function isPrivateAddress(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && URL.canParse(baseUrl) && isPrivateHost(new URL(baseUrl).hostname)
}
