/** Makes an id that no other message has. `crypto.randomUUID` is unavailable on pages without TLS. */
export function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
