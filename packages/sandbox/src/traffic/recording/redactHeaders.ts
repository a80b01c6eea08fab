import type { IncomingHttpHeaders } from 'node:http'
import type { Redaction } from '../redaction/createRedaction.ts'

/** Headers of which the first word is kept: a media type, a scheme. The rest says nothing that a replay needs. */
const firstWord = ['content-type', 'authorization', 'www-authenticate']
/** Headers that contain numbers or words of HTTP only. */
const plain = ['retry-after', 'allow', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'access-control-allow-methods']

/** Keeps the headers that a replay needs, without keys: all others are left out. */
export function redactHeaders(headers: IncomingHttpHeaders, redaction: Redaction): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of firstWord) {
    const word = /^[\w/+.-]+(?=[\s;]|$)/.exec(read(headers, name) ?? '')?.[0]
    if (word !== undefined && isKnownWord(name, word)) kept[name] = word
  }
  for (const name of plain) {
    const value = read(headers, name)
    if (value !== undefined && /^(\d{1,6}|[A-Z, ]{1,80})$/.test(value)) kept[name] = value
  }
  if (headers['x-api-key'] !== undefined) kept['x-api-key'] = 'redacted'
  const location = read(headers, 'location')
  if (location !== undefined) kept.location = String(redaction.value(location))
  return kept
}

function read(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** A credential without a scheme is one word too. */
function isKnownWord(name: string, word: string): boolean {
  if (name === 'content-type') return /^(application|text|image|audio|video|multipart)\/[a-z0-9.+-]{1,60}$/.test(word)
  return /^(basic|bearer|digest)$/i.test(word)
}
