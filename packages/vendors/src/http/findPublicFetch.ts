import type { Agent, buildConnector, fetch as undiciFetch } from 'undici'
import { isPublicAddress } from './isPublicAddress.ts'

let loading: Promise<typeof fetch | undefined> | undefined

/**
 * Finds a `fetch` that sends nothing to this machine or a local network, whatever a name resolves to: the address is checked
 * once it is connected to.
 * @returns `undefined` outside Node, where the platform keeps requests out of local networks.
 */
export function findPublicFetch(): Promise<typeof fetch | undefined> {
  loading ??= createPublicFetch()
  return loading
}

/** Resolves a name, as Node's sockets ask for it. */
type Lookup = (
  host: string,
  options: object,
  done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
) => void

interface Undici {
  Agent: typeof Agent
  buildConnector: typeof buildConnector
  fetch: typeof undiciFetch
}

/** Makes the `fetch` of {@link findPublicFetch}. `lookup` resolves names, for tests. */
export async function createPublicFetch({ lookup }: { lookup?: Lookup } = {}): Promise<typeof fetch | undefined> {
  // Its type is that of undici for this compiler, and `undefined` for runtimes without it.
  const undici = (await import('#undici').catch(() => undefined)) as Partial<Undici> | undefined
  if (!undici?.Agent || !undici.buildConnector || !undici.fetch) return undefined
  const { fetch: send } = undici
  const options: object = { timeout: 10_000, ...(lookup && { lookup }) } // The socket's own too, which need Node's types.
  const connector = undici.buildConnector(options)
  const dispatcher = new undici.Agent({
    bodyTimeout: 30_000,
    connect: (target, callback) =>
      connector(target, (...[error, socket]) => {
        if (error) return callback(error, null)
        if (isPublicAddress(socket.remoteAddress ?? '')) return callback(null, socket)
        socket.destroy()
        callback(Object.assign(new Error('The host is in a local network.'), { code: 'ERR_PRIVATE_ADDRESS' }), null)
      }),
  })
  // The two `fetch` differ in their types only.
  return ((url: string, init: object) => send(url, { ...init, dispatcher })) as unknown as typeof fetch
}
