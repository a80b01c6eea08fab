/** Parses a typed account into the vendor's form, or returns the problem with it. */
export function parseAccount({ account, isNumber }: { account: string; isNumber: boolean }): {
  id: string
  problem?: string
} {
  const typed = account.trim()
  if (isNumber) {
    const id = typed.replace(/[\s()+-]/g, '')
    return /^\d{9,16}$/.test(id) ? { id } : { id, problem: 'Enter an international number, 9 to 16 digits.' }
  }
  const id = typed.replace(/^@/, '')
  return id === '' ? { id, problem: 'Enter an account name or number.' } : { id }
}
