import { Camera, type LucideIcon, MessageCircle, Send, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContactChat } from '../../api/oldContact.ts'

/** A messenger that a contact uses. */
export function MessengerChip({ chatType }: { chatType: ContactChat['chatType'] }): ReactNode {
  const { icon: Icon, name, color } = messengers[chatType]
  return (
    <span className={`inline-flex h-6 items-center gap-1.5 rounded-full px-2.5 text-xs font-medium ${color}`}>
      <Icon aria-hidden className="size-3.5" />
      {name}
    </span>
  )
}

const messengers: Record<ContactChat['chatType'], { icon: LucideIcon; name: string; color: string }> = {
  whatsapp: {
    icon: MessageCircle,
    name: 'WhatsApp',
    color: 'bg-[light-dark(#e0f5e6,#15351f)] text-[light-dark(#14602f,#93e0ab)]',
  },
  telegram: {
    icon: Send,
    name: 'Telegram',
    color: 'bg-[light-dark(#e0f0fb,#14324a)] text-[light-dark(#0f5688,#9dd2f7)]',
  },
  instagram: {
    icon: Camera,
    name: 'Instagram',
    color: 'bg-[light-dark(#fbe3ef,#471c34)] text-[light-dark(#96205f,#f8b0d5)]',
  },
  vk: { icon: Users, name: 'VK', color: 'bg-[light-dark(#e3e9fb,#1f2d52)] text-[light-dark(#2a479d,#b4c5fa)]' },
}
