import { defineElements } from '@crm-chat/elements'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ChatLauncher } from '../../src/ChatLauncher.tsx'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { UnansweredBadge } from '../../src/UnansweredBadge.tsx'
import '../../src/styles.css'

const query = new URLSearchParams(location.search)
const endpoint = query.get('endpoint') ?? ''
const locale = query.get('locale') ?? 'en'
document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr'

function Page({ badge, launcher }: { badge: ReactNode; launcher: ReactNode }): ReactNode {
  return (
    <main>
      <h1>CRM</h1>
      <a href="#chats">CRM {badge}</a>
      {launcher}
    </main>
  )
}

const root = document.querySelector('#root')
if (root && query.get('kit') === 'elements') {
  root.innerHTML = `<main><h1>CRM</h1><a href="#chats">CRM <crm-chat-badge></crm-chat-badge></a><crm-chat-launcher></crm-chat-launcher></main>`
  for (const element of root.querySelectorAll('crm-chat-badge, crm-chat-launcher')) {
    element.setAttribute('endpoint', endpoint)
    element.setAttribute('locale', locale)
  }
  defineElements()
} else if (root) {
  createRoot(root).render(
    <ChatProvider endpoint={endpoint} locale={locale}>
      <Page badge={<UnansweredBadge />} launcher={<ChatLauncher />} />
    </ChatProvider>,
  )
}
