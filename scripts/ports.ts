import { createServer } from 'node:net'

/** Reads a port from an environment variable. @throws {Error} that names the variable when its value is not a port. */
export function portFrom({ name, fallback }: { name: string; fallback: number }): number {
  const text = process.env[name]
  if (!text) return fallback
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`${name} must be a port from 0 to 65535, not ${JSON.stringify(text)}.`)
}

/** Checks that nothing listens on a port of 127.0.0.1. Port 0 is always free: the system picks one. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })
}

/** Finds a port of 127.0.0.1 that nothing listens on now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
