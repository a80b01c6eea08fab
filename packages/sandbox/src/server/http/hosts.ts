import { InvalidOptionError } from '../../store/errors.ts'

const loopbackNames = ['localhost', '127.0.0.1', '::1']

/**
 * Checks that the sandbox listens to this machine only.
 * @throws {InvalidOptionError}
 */
export function parseHost(host: string): string {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (loopbackNames.includes(name) || /^127(\.\d{1,3}){3}$/.test(name)) return name
  throw new InvalidOptionError(
    `host is ${JSON.stringify(host)}, but the sandbox listens on a loopback address only, e.g. 127.0.0.1: ` +
      'whoever reaches it can read and change everything in it.',
  )
}

/** True when a `Host` header names this machine: a page that has its own name point here is not served. */
export function isLocalHost({ header, host }: { header: string | undefined; host: string }): boolean {
  const name = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(header ?? '')
  const hostname = (name?.[1] ?? name?.[2])?.toLowerCase()
  return hostname !== undefined && [...loopbackNames, host].includes(hostname)
}

/** The origin under which a host and port are reached. */
export function toOrigin({ host, port }: { host: string; port: number }): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
