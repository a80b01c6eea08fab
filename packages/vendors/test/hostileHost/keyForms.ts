/** Lists the forms in which a key may be found in a text, without the product's own search. All in lower case. */
export function toKeyForms(key: string): string[] {
  const bytes = Buffer.from(key)
  // Base64 of whatever is before and behind the key shares these characters with it, in each of the three alignments.
  const aligned = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before === 0 ? 0 : before + 1, -4),
  )
  const base64 = [...aligned, ...aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))]
  const twice = aligned.map((text) => Buffer.from(text).toString('base64').slice(0, -4))
  const head = key.slice(0, 16) // Of a key that was cut short.
  const forms = [
    head,
    [...head].reverse().join(''),
    encodeURIComponent(key),
    encodeURIComponent(encodeURIComponent(key)),
    JSON.stringify(key).slice(1, -1),
    [...head].map((character) => `&#${character.charCodeAt(0)};`).join(''),
    [...head].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    [...head].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
    Buffer.from(head).toString('hex'),
    ...base64,
    ...twice,
  ]
  return [...new Set(forms.map((form) => form.toLowerCase()))]
}
