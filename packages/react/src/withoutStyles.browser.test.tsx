import { type ReactNode, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { openWorld } from '../../core/test/openWorld.ts'
import { ChatLauncher } from './ChatLauncher.tsx'
import { ChatProvider } from './ChatProvider.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import { UnansweredBadge } from './UnansweredBadge.tsx'

test('without the stylesheet, everything can be used, and one error says what to import', async () => {
  await page.viewport(1280, 800)
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const world = openWorld()
  await world.setCount(4)
  const view = (children: ReactNode) => (
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>{children}</ChatProvider>
    </StrictMode>
  )
  const screen = await render(
    view([
      <a key="link" href="#chats">
        Chats <UnansweredBadge /> <UnansweredBadge />
      </a>,
      <div key="card" style={{ width: 500, height: 450 }}>
        <ChatWindow chats={[{ chatType: 'vk', chatId: '7' }]} />
      </div>,
      <ChatLauncher key="launcher" />,
    ]),
  )
  await expect.poll(() => screen.container.querySelector('section')?.dataset.status).toBe('ready')
  const boxOf = (selector: string) => screen.container.querySelector(selector)?.getBoundingClientRect()
  await expect.poll(() => boxOf('.cc-window')).toMatchObject({ width: 500, height: 450 })
  const frames = () => framesOf(screen.container)
  await expect.poll(() => frames()[0]?.getBoundingClientRect().height).toBeGreaterThan(350)
  await expect.element(screen.getByRole('link', { name: 'Chats 4 unanswered 4 unanswered' })).toHaveTextContent('4 4')
  await screen.getByRole('button', { name: /Open chats/ }).click()
  const panel = screen.getByRole('dialog')
  await expect.element(panel).toBeVisible()
  expect(panel.element().getBoundingClientRect()).toMatchObject({ width: 420, height: 680 })
  await expect.poll(() => frames().length).toBe(2)
  await screen.getByRole('button', { name: 'Close chats' }).last().click()
  await expect.element(panel).not.toBeInTheDocument()
  expect(complain.mock.calls).toEqual([[expect.stringContaining("import '@crm-chat/react/styles.css'")]])
})
