import {
  ArrowLeftRight,
  Bug,
  Clock3,
  Database,
  type LucideIcon,
  MessagesSquare,
  Plug,
  Smartphone,
  ToggleRight,
  Webhook,
} from 'lucide-react'

/** The inspector's panels, in order. */
export const panels = [
  { id: 'chats', name: 'Chats page', icon: MessagesSquare },
  { id: 'phone', name: 'Phone', icon: Smartphone },
  { id: 'requests', name: 'Requests', icon: ArrowLeftRight },
  { id: 'sockets', name: 'Sockets', icon: Plug },
  { id: 'webhooks', name: 'Webhooks', icon: Webhook },
  { id: 'faults', name: 'Faults', icon: Bug },
  { id: 'quirks', name: 'Quirks', icon: ToggleRight },
  { id: 'clock', name: 'Clock', icon: Clock3 },
  { id: 'data', name: 'Data', icon: Database },
] as const satisfies { id: string; name: string; icon: LucideIcon }[]

/** A panel's name in the address. */
export type PanelId = (typeof panels)[number]['id']

/** Returns true if a text is the id of a panel. */
export function isPanelId(text: string): text is PanelId {
  return panels.some(({ id }) => id === text)
}
