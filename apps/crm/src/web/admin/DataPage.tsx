import type { ReactNode } from 'react'

/** Data of the CRM at the vendor. */
export function DataPage(): ReactNode {
  return null
}
