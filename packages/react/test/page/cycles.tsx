import { defineElements } from '@crm-chat/elements'
import type { NamedChat } from '@crm-chat/protocol'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { sharedChat } from '../../../elements/src/sharedChat.ts'
import { ChatDrawer } from '../../src/ChatDrawer.tsx'
import { ChatLauncher } from '../../src/ChatLauncher.tsx'
import { ChatPanel } from '../../src/ChatPanel.tsx'
import { ChatPopover } from '../../src/ChatPopover.tsx'
import { ChatProvider } from '../../src/ChatProvider.tsx'
import { ChatWindow } from '../../src/ChatWindow.tsx'
import { UnansweredBadge } from '../../src/UnansweredBadge.tsx'
import '../../src/styles.css'

/** Things that a cycle puts into the page and takes out again. */
export type CycleKind = 'kit' | 'elements' | 'bare'

declare global {
  interface Window {
    /** Puts something into the page and takes it out again, so many times. */
    runCycles: (parameters: { kind: CycleKind; cycles: number; endpoint: string }) => Promise<void>
    /** Puts an element in for as long as the page lives, so that the connection does not come and go meanwhile. */
    addResident: (endpoint: string) => void
    /** Takes it out again, and closes what our elements share as long as their page lives. */
    removeResident: (endpoint: string) => void
  }
}

const chats: NamedChat[] = [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann' }]
const otherChats: NamedChat[] = [{ chatType: 'vk', chatId: '7' }]
const place = document.body

window.runCycles = async ({ kind, cycles, endpoint }) => {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const remove = kind === 'elements' ? addElements(endpoint) : render(kind === 'kit' ? kit(endpoint) : bare)
    const ends = endsOf[kind]
    await ends[cycle % ends.length]?.()
    remove()
  }
}

window.addResident = (endpoint) => {
  defineElements()
  place.appendChild(document.createElement('crm-chat-badge')).setAttribute('endpoint', endpoint)
}

window.removeResident = (endpoint) => {
  document.querySelector('crm-chat-badge')?.remove()
  sharedChat(endpoint).close()
}

function kit(endpoint: string): ReactNode {
  return (
    <ChatProvider endpoint={endpoint} appearance={{ theme: 'dark' }} onUnanswered={() => undefined}>
      <UnansweredBadge />
      <UnansweredBadge dot />
      <ChatWindow chats={chats} />
      <ChatPanel chats={[]} />
      <ChatPopover chats={otherChats} defaultOpen />
      <ChatDrawer chats={otherChats} defaultOpen modal />
      <ChatLauncher />
    </ChatProvider>
  )
}

const bare = (
  <main>
    <span>1</span>
    <span>2</span>
    <section>3</section>
    <button type="button">4</button>
  </main>
)

function render(content: ReactNode): () => void {
  const container = place.appendChild(document.createElement('div'))
  const root = createRoot(container)
  root.render(<StrictMode>{content}</StrictMode>)
  return () => {
    root.unmount()
    container.remove()
  }
}

function addElements(endpoint: string): () => void {
  const container = place.appendChild(document.createElement('div'))
  const attributes = `endpoint="${endpoint}"`
  container.innerHTML = `<crm-chat-badge ${attributes}></crm-chat-badge><crm-chat-badge dot ${attributes}></crm-chat-badge>
    <crm-chat-window ${attributes} chats='${JSON.stringify(chats)}'></crm-chat-window>
    <crm-chat-panel ${attributes} chats="[]" closable></crm-chat-panel>
    <crm-chat-popover ${attributes} chats="[]" opened></crm-chat-popover>
    <crm-chat-drawer ${attributes} chats="[]" opened></crm-chat-drawer>
    <crm-chat-dialog ${attributes} chats="[]" opened></crm-chat-dialog>
    <crm-chat-launcher ${attributes}></crm-chat-launcher>`
  return () => container.remove()
}

const task = (): Promise<unknown> => new Promise((resolve) => (window.untrackedTimeout ?? setTimeout)(resolve))

/** Moments at which a cycle ends: before anything has come, while it comes, and once it is all there. */
const moments = {
  atOnce: async () => undefined,
  afterEffects: () => Promise.resolve(),
  nextTask: task,
  requested: () => until(() => find('section[data-status=loading]') !== undefined),
  framed: () => until(() => find('iframe') !== undefined),
  counted: () => until(() => find('.cc-badge') !== undefined),
  ready: () => until(isReady),
  opened: async () => {
    await until(isReady)
    find<HTMLElement>('.cc-toggle')?.click()
    await task()
    await until(() => findAll('section[data-status=loading], section[data-status=idle]').length === 0)
  },
}

const { requested: _, framed: __, ...momentsOfWarmWindows } = moments // Our elements share a client, which keeps their frames.
const { atOnce, afterEffects, nextTask } = moments

const endsOf: Record<CycleKind, (() => Promise<unknown>)[]> = {
  bare: [atOnce, afterEffects, nextTask],
  kit: Object.values(moments),
  elements: Object.values(momentsOfWarmWindows),
}

const isReady = (): boolean => findAll('.cc-badge').length >= 3 && find('section[data-status=ready]') !== undefined

async function until(check: () => boolean): Promise<void> {
  while (!check()) await task()
}

const find = <Found extends Element>(selector: string): Found | undefined => findAll<Found>(selector)[0]

/** Finds elements in the page and in its shadow roots. */
function findAll<Found extends Element>(selector: string, root: ParentNode = document): Found[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? findAll<Found>(selector, shadowRoot) : [],
  )
  return [...root.querySelectorAll<Found>(selector), ...inside]
}
