import type { AdminLabels } from '@crm-chat/core/admin'

/** Props of every component for administrators. */
export interface AdminProps {
  /** Own words, to translate or to change them. */
  labels?: AdminLabels | undefined
  /** @default that of the words */
  dir?: 'ltr' | 'rtl' | undefined
  className?: string | undefined
}
