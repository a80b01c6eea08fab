import type { IncomingHttpHeaders } from 'node:http'

/** Blacks keys out of what the journal keeps: those of the account, and whatever stands in a header for credentials. */
export function redactKey({ text, keys }: { text: string; keys: string[] }): string {
  return keys.reduce((redacted, key) => redacted.replaceAll(key, '…'), text)
}

const secretHeaders = ['authorization', 'cookie', 'x-api-key', 'proxy-authorization', 'x-sandbox-key']

/** Headers as the journal keeps them: the word before a credential stays, the credential does not. */
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
      return [name, secretHeaders.includes(name) ? value.replace(/\S+$/, '…') : redactKey({ text: value, keys })]
    }),
  )
}
