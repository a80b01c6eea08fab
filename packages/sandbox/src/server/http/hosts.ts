import { InvalidOptionError } from '../../store/errors.ts'

const loopbackNames = ['localhost', '127.0.0.1', '::1']

/**
 * Validates a host: the sandbox listens on this machine only.
 * @throws {InvalidOptionError}
 */
export function parseHost(host: string): string {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (loopbackNames.includes(name) || /^127(\.\d{1,3}){3}$/.test(name)) return name
  throw new InvalidOptionError(
    `host is ${JSON.stringify(host)}, but the sandbox listens on a loopback address only, e.g. 127.0.0.1: ` +
      'anyone who reaches it can read and change everything in it.',
  )
}

/** True if a `Host` header names this machine. Otherwise a foreign host name could point here (DNS rebinding). */
export function isLocalHost({ header, host }: { header: string | undefined; host: string }): boolean {
  const name = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(header ?? '')
  const hostname = (name?.[1] ?? name?.[2])?.toLowerCase()
  return hostname !== undefined && [...loopbackNames, host].includes(hostname)
}

/** The origin of a host and port, with TLS or without. */
export function toOrigin({ host, port, tls }: { host: string; port: number; tls: boolean }): string {
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
