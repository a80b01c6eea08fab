import { Camera, MessageCircle, Phone, Send, ShoppingBag, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChatType } from './format/formatAccount.ts'

/** A messenger's small mark at the edge of an avatar. */
export function MessengerMark({ chatType }: { chatType: ChatType }) {
  const { colour, glyph } = marks[chatType]
  return (
    <span
      aria-hidden="true"
      className={`absolute -right-0.5 -bottom-0.5 grid size-[18px] place-items-center rounded-full border-2 border-surface text-white ${colour}`}
    >
      {glyph}
    </span>
  )
}

const marks: Record<ChatType, { colour: string; glyph: ReactNode }> = {
  whatsapp: { colour: 'bg-[#128a4a]', glyph: <Phone className="size-2.5" strokeWidth={3} /> },
  telegram: { colour: 'bg-[#2283c9]', glyph: <Send className="size-2.5" strokeWidth={3} /> },
  instagram: { colour: 'bg-[#c2357d]', glyph: <Camera className="size-2.5" strokeWidth={3} /> },
  vk: { colour: 'bg-[#3f6ea8]', glyph: <span className="text-[8px] leading-none font-bold">VK</span> },
  whatsgroup: { colour: 'bg-[#128a4a]', glyph: <Users className="size-2.5" strokeWidth={3} /> },
  telegroup: { colour: 'bg-[#2283c9]', glyph: <Users className="size-2.5" strokeWidth={3} /> },
  viber: { colour: 'bg-[#6a5acd]', glyph: <Phone className="size-2.5" strokeWidth={3} /> },
  avito: { colour: 'bg-[#4a7a10]', glyph: <ShoppingBag className="size-2.5" strokeWidth={3} /> },
  max: { colour: 'bg-[#5b49c9]', glyph: <MessageCircle className="size-2.5" strokeWidth={3} /> },
  maxgroup: { colour: 'bg-[#5b49c9]', glyph: <Users className="size-2.5" strokeWidth={3} /> },
}
