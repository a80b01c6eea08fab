import type { ReactNode } from 'react'
import { formatPhone } from '../contacts/formatPhone.ts'

/** A phone number, in one direction in every language. */
export function PhoneNumber({ digits }: { digits: string }): ReactNode {
  return (
    <bdi dir="ltr" className="whitespace-nowrap tabular-nums">
      {formatPhone(digits)}
    </bdi>
  )
}
