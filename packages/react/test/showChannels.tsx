import type { Channel, Session } from '@crm-chat/protocol'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import adminSheet from '../src/admin.css?inline'
import { ChatProvider } from '../src/ChatProvider.tsx'
import stylesheet from '../src/styles.css?inline'
import { createTestChat, type TestChat, type TestChatOptions } from '../src/testing/index.ts'

/** Channels in every documented state. */
export const someChannels: Channel[] = [
  { id: 'c-1', transport: 'whatsapp', account: '+7 999 111-22-33', name: 'Reception', state: 'active', tariff: 'max' },
  {
    id: 'c-2',
    transport: 'wapi',
    account: '+371 90 111 122',
    name: 'Shop',
    state: 'off',
    reason: 'blocked',
    tier: 'TIER_1K',
  },
  { id: 'c-3', transport: 'telegram', account: 'orders_bot', state: 'connecting', reason: 'qr' },
]

/** An administrator's session. */
export const adminSession: Session = {
  user: { id: '7', name: 'Ann Reyes' },
  vendor: 'wazzup-tech',
  chatTypes: ['whatsapp'],
  capabilities: ['channels', 'channelAdmin', 'events'],
  serverTime: '2026-01-02T03:04:05Z',
}

/** A page that shows a component for administrators, and the client behind it. */
export interface AdminPage {
  chat: TestChat
  unmount: () => Promise<void>
}

/** Shows a component of channels with the stylesheets of the kit and a fresh cache, as a page that was just loaded. */
export async function showAdmin(component: ReactNode, options: TestChatOptions = {}): Promise<AdminPage> {
  addAdminStyles()
  const chat = createTestChat({
    ...options,
    answers: { session: adminSession, channels: { channels: someChannels }, ...options.answers },
  })
  onTestFinished(chat.close)
  const { unmount } = await render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ChatProvider chat={chat}>{component}</ChatProvider>
    </QueryClientProvider>,
  )
  return { chat, unmount }
}

/** Adds the stylesheets of the kit to the page, until the test ends. */
function addAdminStyles(): void {
  const style = document.createElement('style')
  style.textContent = stylesheet + adminSheet
  document.head.append(style)
  onTestFinished(() => style.remove())
}

/** Says to the page that a channel has changed, as the proxy does. */
export function tell({ chat, channel, qr }: { chat: TestChat; channel: Channel; qr?: string }): void {
  chat.set({ answers: { channel } })
  chat.send({ name: 'channel', data: { channel, ...(qr !== undefined && { qr }) } })
}

/** QR codes of one dot, by their colour. */
export const dots = {
  red: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  blue: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
}

/** Colour of the QR code that is painted, if one is. */
export function paintedDot(): string | undefined {
  const canvas = document.querySelector('canvas')
  const [red, , blue] = canvas?.getContext('2d')?.getImageData(0, 0, 1, 1).data ?? []
  return red === 255 ? 'red' : blue === 255 ? 'blue' : undefined
}

/** A button by its name. */
export const button = (name: string | RegExp) => page.getByRole('button', { name })
