/** Blacks keys out of what the journal keeps: those of the account, and whatever stands in a header for credentials. */
export function redactKey({ text, keys }: { text: string; keys: string[] }): string {
  return keys.reduce((redacted, key) => redacted.replaceAll(key, '…'), text)
}

const secretHeaders = ['authorization', 'cookie', 'x-api-key', 'proxy-authorization', 'x-sandbox-key']

/** Headers as the journal keeps them: the word before a credential stays, the credential does not. */
export function redactHeaders({ headers, keys }: { headers: Headers; keys: string[] }): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      secretHeaders.includes(name) ? value.replace(/\S+$/, '…') : redactKey({ text: value, keys }),
    ]),
  )
}
