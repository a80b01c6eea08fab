/**
 * Returns true where a socket may outlive the request that opened it, as in Node, Deno and Bun. A worker of Cloudflare's ends
 * with its request, also where it is given Node's modules. Every counter of a vendor comes through such a socket.
 */
export function keepsSockets(): boolean {
  const { process, navigator }: { process?: NodeJS.Process; navigator?: { userAgent?: string } } = globalThis
  return process?.versions?.node !== undefined && navigator?.userAgent !== 'Cloudflare-Workers'
}
