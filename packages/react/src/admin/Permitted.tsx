import type { AdminWords } from '@crm-chat/core/admin'
import type { Capability } from '@crm-chat/protocol'
import type { ReactNode } from 'react'
import { useAdminWords } from './AdminContext.ts'
import { usePermission } from './usePermission.ts'

interface PermittedProps {
  capability: Capability
  /** Chooses the sentences that say why it is not there: for one who may not, and where nobody may. */
  reasons: (words: AdminWords) => { forbidden: string; notOffered: string }
  children: ReactNode
}

/** Shows a part unless it is known that this user may not use it; then it says why. */
export function Permitted({ capability, reasons, children }: PermittedProps): ReactNode {
  const permission = usePermission(capability)
  const words = useAdminWords()
  if (permission === 'unknown' || permission === 'granted') return children
  return (
    <p role="status" className="cc-admin-card cc-admin-empty">
      {reasons(words)[permission]}
    </p>
  )
}
