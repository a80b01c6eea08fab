import type { ReactNode } from 'react'
import { useFormats } from '../words/speech.ts'

/** An amount with its currency. */
export function Money({ amountCents, currency }: { amountCents: number; currency: string }): ReactNode {
  const formats = useFormats()
  return <bdi className="whitespace-nowrap tabular-nums">{formats.money({ amountCents, currency })}</bdi>
}
