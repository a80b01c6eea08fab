/** Spells a code as one of the vendor's pages does: some codes start with MESSAGE_ on one page and with MESSAGES_ on another. */
export function spellCode(code: string, { singular, plural }: { singular: boolean; plural: boolean }): string {
  if (singular) return code.replace(/^MESSAGES_/, 'MESSAGE_')
  return plural ? code.replace(/^MESSAGE_/, 'MESSAGES_') : code
}
