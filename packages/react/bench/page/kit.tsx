import { ChatLauncher, ChatProvider, ChatWindow, UnansweredBadge, usePrefetchWindow } from '@crm-chat/react'
import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '@crm-chat/react/styles.css'
import { watchShown, watchUsable } from './watchUsable.ts'

const chats = [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' } as const]
const parameters = new URLSearchParams(location.search)
const load = parameters.get('prefetch') as 'link' | 'frame' | null // As the bench writes it.

/** A contact whose chat opens on a click. */
function Card(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const prefetch = usePrefetchWindow()
  const handleHover = (): void => {
    if (load) prefetch({ request: { scope: 'card', chats }, load })
  }
  return (
    <>
      <button type="button" id="open" onPointerEnter={handleHover} onClick={() => setOpen(!isOpen)}>
        Chat
      </button>
      <div style={{ height: 500 }}>{isOpen ? <ChatWindow chats={chats} /> : null}</div>
    </>
  )
}

const root = document.querySelector('#root')
if (root) {
  watchUsable()
  watchShown(root)
  createRoot(root).render(
    <ChatProvider>
      <UnansweredBadge max={1_000_000} label="" />
      {parameters.has('card') ? <Card /> : null}
      {parameters.has('launcher') ? <ChatLauncher labels={{ unanswered: '' }} /> : null}
    </ChatProvider>,
  )
}
