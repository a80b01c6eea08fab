import { Camera, type LucideIcon, MessageCircle, Send, Users } from 'lucide-react'
import type { Messenger } from '../../api/chat.ts'

/** The icon and the color of each messenger. */
export const messengerLooks: Record<Messenger, { icon: LucideIcon; color: string }> = {
  whatsapp: { icon: MessageCircle, color: 'bg-[light-dark(#e0f5e6,#15351f)] text-[light-dark(#14602f,#93e0ab)]' },
  telegram: { icon: Send, color: 'bg-[light-dark(#e0f0fb,#14324a)] text-[light-dark(#0f5688,#9dd2f7)]' },
  instagram: { icon: Camera, color: 'bg-[light-dark(#fbe3ef,#471c34)] text-[light-dark(#96205f,#f8b0d5)]' },
  vk: { icon: Users, color: 'bg-[light-dark(#e3e9fb,#1f2d52)] text-[light-dark(#2a479d,#b4c5fa)]' },
}
