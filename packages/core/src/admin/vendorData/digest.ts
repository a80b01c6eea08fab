import type { VendorRecord } from '@crm-chat/protocol'
import type { RecordField } from '@crm-chat/protocol/wire/recordKinds'

/**
 * Sums up one field of a record in a number: equal fields have the same one, whatever the order of a list. Two different
 * values have the same one once in 2^53.
 */
export function digestField(record: VendorRecord, field: RecordField): number {
  const { [field]: value } = record
  if (value === undefined || value === '' || value === false) return 0
  if (!Array.isArray(value)) return digest(String(value))
  const parts = value.map((part) => (typeof part === 'string' ? part : `${part.chatType} ${part.chatId}`))
  return parts.length === 0 ? 0 : digest(JSON.stringify(parts.sort()))
}

/** Two hashes of 32 bits by FNV-1a, of which 53 bits are a number that JavaScript holds exactly. */
function digest(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + index), 0x85ebca6b)
    high ^= high >>> 13
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1
}
