import type { AdminWords } from '@crm-chat/core/admin'
import type { ReactNode } from 'react'
import { useAdminWords } from './AdminContext.ts'

/** Stands in place of what the proxy does not offer to this user. */
export function NotOffered({ reason }: { reason: (words: AdminWords) => string }): ReactNode {
  return (
    <p role="status" className="cc-admin-card cc-admin-empty">
      {reason(useAdminWords())}
    </p>
  )
}
