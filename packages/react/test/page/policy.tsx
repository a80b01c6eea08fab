import { defineElements } from '@crm-chat/elements'
import type { NamedChat } from '@crm-chat/protocol'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ChatLauncher } from '../../src/ChatLauncher.tsx'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { ChatWindow } from '../../src/ChatWindow.tsx'
import { TabBadge } from '../../src/TabBadge.tsx'
import { UnansweredBadge } from '../../src/UnansweredBadge.tsx'
import '../../src/styles.css'
import stylesheet from '../../src/styles.css?url'

const query = new URLSearchParams(location.search)
const endpoint = query.get('endpoint') ?? ''
const chats: NamedChat[] = [{ chatType: 'whatsapp', chatId: '79998887766' }]
const host = document.querySelector('#root')
if (host) show(query.get('root') === 'shadow' ? host.attachShadow({ mode: 'open' }) : host)

function show(root: Element | ShadowRoot): void {
  const place = document.createElement('main')
  root.append(place)
  if (query.get('kit') === 'elements') {
    showElements(place)
    return
  }
  const render = (): void => createRoot(place).render(<Page />)
  if (root instanceof ShadowRoot) root.append(createStylesheet(render))
  else render()
}

function Page(): ReactNode {
  return (
    <ChatProvider endpoint={endpoint}>
      <UnansweredBadge />
      <TabBadge />
      <ChatWindow chats={chats} />
      <ChatLauncher />
    </ChatProvider>
  )
}

/** The page's own does not reach into a shadow root. */
function createStylesheet(onLoad: () => void): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.addEventListener('load', onLoad)
  link.href = stylesheet
  link.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? ''
  return link
}

function showElements(place: Element): void {
  defineElements()
  for (const name of ['badge', 'tab-badge', 'window', 'panel', 'popover', 'drawer', 'dialog', 'launcher']) {
    const element = document.createElement(`crm-chat-${name}`)
    element.setAttribute('endpoint', endpoint)
    if (name === 'window') element.setAttribute('chats', JSON.stringify(chats))
    if (['panel', 'popover', 'drawer', 'dialog'].includes(name)) element.setAttribute('chats', '[]')
    place.append(element)
  }
}
