import { type ChatClient, createChat } from '@crm-chat/core'
import { Component, type ReactNode, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { openWorld } from '../../core/test/openWorld.ts'
import { ChatProvider } from './ChatProvider.tsx'
import { UnansweredBadge } from './UnansweredBadge.tsx'
import { useChat } from './useChat.ts'
import './styles.css'

test('adds no element', async () => {
  const { container } = await render(<ChatProvider endpoint="/chat">text</ChatProvider>)
  expect(container.innerHTML).toBe('text')
})

test('gives all components one stream, in StrictMode too, and leaves none behind', async () => {
  const world = openWorld()
  await world.setCount(3)
  const screen = await render(
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>
        <p>
          <UnansweredBadge />
        </p>
        <p>
          <UnansweredBadge />
        </p>
      </ChatProvider>
    </StrictMode>,
  )
  await expect.element(screen.getByRole('img', { name: '3 unanswered' }).first()).toBeInTheDocument()
  const { requests, openStreams } = await world.see()
  expect(requests.filter(({ operation }) => operation === 'events')).toHaveLength(1)
  expect(openStreams).toBe(1)
  await screen.unmount()
  await vi.waitFor(async () => expect((await world.see()).openStreams).toBe(0), { timeout: 45_000 })
})

test('keeps its client when it is rendered again, and takes a client of your own', async () => {
  const seen = new Set<unknown>()
  const spy = <Spy onChat={(chat) => seen.add(chat)} />
  const screen = await render(<ChatProvider endpoint="/a">{spy}</ChatProvider>)
  await screen.rerender(<ChatProvider endpoint="/a">{spy}</ChatProvider>)
  expect(seen.size).toBe(1)
  const own = createChat({ endpoint: '/own' })
  await screen.rerender(<ChatProvider chat={own}>{spy}</ChatProvider>)
  expect([...seen]).toContain(own)
})

function Spy({ onChat }: { onChat: (chat: ChatClient) => void }): null {
  onChat(useChat())
  return null
}

test('says what is missing when there is none', async () => {
  const screen = await render(
    <ErrorBoundary>
      <UnansweredBadge />
    </ErrorBoundary>,
  )
  await expect.element(screen.getByText(/Put a <ChatProvider> around your app/)).toBeInTheDocument()
})

class ErrorBoundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {}
  static getDerivedStateFromError(error: Error): { message: string } {
    return { message: error.message }
  }
  override render(): ReactNode {
    return this.state.message ?? this.props.children
  }
}
