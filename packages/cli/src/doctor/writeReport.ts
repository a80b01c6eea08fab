import type { Diagnosis } from './diagnose.ts'

/** Writes a diagnosis for a person. */
export function writeReport({ findings, notChecked }: Diagnosis): string {
  const parts = findings.map(
    ({ code, what, why, fix }) => `✗ ${what}  [${code}]
    Why it matters: ${why}
    What to do:     ${fix}`,
  )
  const rest = notChecked.map((reason) => `- Not checked: ${reason}`)
  const number = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  const end = findings.length === 0 ? '✓ No findings.' : `${number}.`
  return [...parts, ...(rest.length > 0 ? [rest.join('\n')] : []), end].join('\n\n')
}
