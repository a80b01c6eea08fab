import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CliError } from '../errors.ts'

/** Flags that name the address of a server. */
export interface AddressFlags {
  host: `--${string}`
  port: `--${string}`
}

/** Starts a server. @returns its address @throws {CliError} when the port is in use, naming the flags that change it */
export async function listen({
  server,
  host,
  port,
  flags,
}: {
  server: Server
  host: string
  port: number
  flags: AddressFlags
}): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault =
        error.code === 'EADDRINUSE' ? `Port ${port} is in use` : `${host}:${port} cannot be used (${error.code})`
      reject(new CliError(`${fault}. Choose another address with ${flags.host} and ${flags.port}.`))
    })
    server.listen({ host, port }, resolve)
  })
  const { address, family, port: actual } = server.address() as AddressInfo // A TCP server's address is no string.
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`
}
