import { MessageExport } from '@crm-chat/react/admin'
import type { ReactNode } from 'react'

/** Exports of messages. */
export function ExportPage(): ReactNode {
  return <MessageExport />
}
