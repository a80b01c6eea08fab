import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react'
import type { Message } from '../session/conversation.ts'

/** The delivery status: a clock, one tick, two ticks, two coloured ticks, or a failure mark. */
export function DeliveryTicks({ status }: { status: Message['status'] }) {
  if (status === 'inbound') return null
  const { icon: Icon, label, colour } = looks[status]
  return <Icon role="img" aria-label={label} className={`size-4 shrink-0 ${colour}`} strokeWidth={2.25} />
}

const looks = {
  sending: { icon: Clock3, label: 'Sending', colour: 'text-own-muted' },
  sent: { icon: Check, label: 'Sent', colour: 'text-own-muted' },
  delivered: { icon: CheckCheck, label: 'Delivered', colour: 'text-own-muted' },
  failed: { icon: CircleAlert, label: 'Not delivered', colour: 'text-alert-ink' },
  read: { icon: CheckCheck, label: 'Read', colour: 'text-accent' },
}
