/** Returns a secret in every encoding that a header, a URL, a body or a page may carry it in. */
export function toEncodings(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const padded = toBase64(bytes)
  const once = [padded, padded.replace(/=+$/, ''), ...toInnerBase64(bytes)]
  const inner = toInnerBase64(bytes).flatMap((text) => toInnerBase64(new TextEncoder().encode(text)))
  const twice = [toBase64(new TextEncoder().encode(padded)), ...inner]
  const base64 = [...once, ...twice]
  const texts = [new TextDecoder().decode(bytes), ...base64.flatMap((text) => [text, toUrlAlphabet(text)])]
  const encodings = [
    secret,
    ...texts,
    ...texts.flatMap(toUrlEncodings),
    ...toJsonEncodings(secret),
    toHtml(secret),
    hex,
  ]
  return [...new Set([...encodings, hex.toUpperCase()])]
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

/** The fewest characters by which a part of base64 is known: fewer are found in ordinary text. */
const shortestInner = 8

/**
 * The part of base64 that a secret leaves in the middle of a longer text, such as `user:secret` in a header of basic
 * authentication: three bytes become four characters, so the part depends on where the secret begins.
 */
function toInnerBase64(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = toBase64(Uint8Array.of(...Array<number>(before).fill(0), ...bytes))
    const inner = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return inner.length < shortestInner ? [] : [inner]
  })
}

function toUrlAlphabet(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_')
}

/** In a path or a query, in a form, and encoded twice, as in an address within an address. */
function toUrlEncodings(text: string): string[] {
  const once = encodeURIComponent(text)
  const form = new URLSearchParams({ a: text }).toString().slice(2)
  const escapes = /%[\dA-F]{2}/g
  return [once, form, encodeURIComponent(once)].flatMap((url) => [
    url,
    url.replace(escapes, (hex) => hex.toLowerCase()),
  ])
}

/** Within a JSON string, with the slashes that some writers escape, and once more within a JSON text in it. */
function toJsonEncodings(text: string): string[] {
  const once = toJson(text)
  return [once, once.replaceAll('/', '\\/'), toJson(once)]
}

function toJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

const htmlEscapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => htmlEscapes[character] ?? character)
}
