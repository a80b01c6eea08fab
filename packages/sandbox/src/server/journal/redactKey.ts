import type { IncomingHttpHeaders } from 'node:http'

/** Replaces an account's keys in a text by `…`. */
export function redactKey({ text, keys }: { text: string; keys: string[] }): string {
  return keys.reduce((redacted, key) => redacted.replaceAll(key, '…'), text)
}

const secretHeaders = ['authorization', 'x-api-key', 'proxy-authorization', 'x-sandbox-key', 'x-csrf-token']

/** Redacts headers: replaces keys, and the credential in headers that carry one; the scheme before it stays. */
export function redactHeaders({
  headers,
  keys,
}: {
  headers: IncomingHttpHeaders
  keys: string[]
}): Record<string, string> {
  const names = Object.keys(headers).sort()
  return Object.fromEntries(
    names.map((name) => {
      const value = [headers[name]].flat().join(', ')
      if (name === 'cookie') return [name, redactCookies(value)]
      return [name, secretHeaders.includes(name) ? value.replace(/\S+$/, '…') : redactKey({ text: value, keys })]
    }),
  )
}

/** The names of cookies without their values. */
function redactCookies(header: string): string {
  return header
    .split(';')
    .map((cookie) => (cookie.includes('=') ? cookie.replace(/=.*$/s, '=…') : '…'))
    .join(';')
}
