import type { DeliveryStatus } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../ConversationContext.ts'
import { Icon, type IconName } from '../Icon.tsx'

const looks = {
  pending: ['clock', 'sending'],
  sent: ['check', 'sent'],
  delivered: ['double-check', 'delivered'],
  failed: ['alert', 'notDelivered'],
  read: ['double-check', 'read'],
} as const satisfies Record<DeliveryStatus, [IconName, string]>

/** The delivery of a message: a clock, one tick, two ticks, two coloured ticks, or a failure mark. */
export function DeliveryTicks({ status }: { status: DeliveryStatus | null }): ReactNode {
  const words = useWords()
  if (status === null) return null
  const [icon, label] = looks[status]
  return <Icon name={icon} size={16} label={words[label]} className={`cc-tick-${status}`} />
}
