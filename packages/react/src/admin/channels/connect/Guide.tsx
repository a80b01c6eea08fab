import type { ReactNode } from 'react'

/** Steps on the phone. */
export function Guide({ steps }: { steps: readonly string[] }): ReactNode {
  return (
    <ol className="cc-connect-guide">
      {steps.map((step) => (
        <li key={step} className="cc-connect-guide-step">
          {step}
        </li>
      ))}
    </ol>
  )
}
