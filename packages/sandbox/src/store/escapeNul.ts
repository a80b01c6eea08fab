/**
 * Escapes a text for the database, whose driver ends a text at its first NUL when it reads it. Escaped texts are equal, and
 * contain one another, as the texts themselves.
 */
export function escapeNul(text: string): string {
  return isPlain(text) ? text : text.replaceAll(marker, marker + escaped).replaceAll('\0', marker + nul)
}

/** The text of which {@link escapeNul} made this one. */
export function unescapeNul(text: string): string {
  if (!text.includes(marker)) return text
  return text.replaceAll(marker + nul, '\0').replaceAll(marker + escaped, marker)
}

// Code points that are reserved for programs, and so in nobody's text.
const marker = '\uFDD0'
const nul = '\uFDD1'
const escaped = '\uFDD2'

function isPlain(text: string): boolean {
  return !text.includes('\0') && !text.includes(marker)
}
