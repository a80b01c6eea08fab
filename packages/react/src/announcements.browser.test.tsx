import { type ReactNode, StrictMode } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { openWorld } from '../../core/test/openWorld.ts'
import { addElement } from '../../elements/test/addElement.ts'
import { ChatLauncher } from './ChatLauncher.tsx'
import { ChatProvider } from './ChatProvider.tsx'
import { UnansweredBadge } from './UnansweredBadge.tsx'
import './styles.css'

const regions = () => [...document.querySelectorAll('[aria-live]')]

/** Records whatever the page's live region says from now on. */
function listen(): string[] {
  const heard: string[] = []
  const observer = new MutationObserver((changes) => {
    const spoken = regions().filter((region) => changes.some(({ target }) => region.contains(target)))
    heard.push(...spoken.map(({ textContent }) => textContent))
  })
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  return heard
}

/** Phrases of counts, in order: a busy machine may lose the connection for a moment, and say so. */
function countsOf(heard: string[]): string[] {
  const counts = heard.filter((phrase) => !phrase.includes('not up to date'))
  return counts.filter((phrase, index) => phrase !== counts[index - 1])
}

/** Shows components of one world in StrictMode. */
async function show(children: ReactNode) {
  const world = openWorld()
  await world.setCount(4)
  const view = (content: ReactNode) => (
    <StrictMode>
      <ChatProvider endpoint={world.endpoint}>{content}</ChatProvider>
    </StrictMode>
  )
  const screen = await render(view(children))
  return { world, screen, change: (content: ReactNode) => screen.rerender(view(content)) }
}

const names = (name: string) =>
  [...document.querySelectorAll('[role=img]')].filter((element) => element.ariaLabel === name).length

test('one region reads out the changes of all badges of the page, each once, and goes with the last', async () => {
  const { world, change } = await show(
    <>
      <UnansweredBadge />
      <UnansweredBadge dot />
      <ChatLauncher />
    </>,
  )
  const element = addElement('crm-chat-badge', { endpoint: world.endpoint })
  await expect.poll(() => names('4 unanswered')).toBe(3)
  await expect.poll(() => element.shadowRoot?.querySelector('[role=img]')?.ariaLabel).toBe('4 unanswered')
  expect(regions()).toHaveLength(1)
  expect(element.shadowRoot?.querySelector('[aria-live]')).toBeNull()
  const heard = listen()
  await world.setCount(5)
  await expect.poll(() => countsOf(heard)).toEqual(['5 unanswered'])
  await change(<UnansweredBadge key="third" />)
  await expect.poll(() => names('5 unanswered')).toBe(1)
  await world.setCount(6)
  await expect.poll(() => countsOf(heard)).toEqual(['5 unanswered', '6 unanswered'])
  await change(null)
  expect(regions()).toHaveLength(1) // The custom element's.
  element.remove()
  expect(regions()).toHaveLength(0)
})

test('reads out neither the first number, nor one that is there again after a remount, nor a repeated one', async () => {
  const heard = listen()
  const { world, change } = await show(<UnansweredBadge key="first" />)
  await expect.poll(() => names('4 unanswered')).toBe(1)
  await change(<UnansweredBadge key="second" />)
  await world.setCount(4)
  await expect.poll(() => names('4 unanswered')).toBe(1)
  await world.setCount(0)
  await expect.poll(() => heard).toEqual(['0 unanswered'])
})

test('reads out that the count is outdated, that it is current again, and that there is none', async () => {
  const heard = listen()
  const { world } = await show(<UnansweredBadge />)
  await expect.poll(() => names('4 unanswered')).toBe(1)
  const value = { count: 4, tone: 'red', epoch: 1, at: '2026-01-02T03:04:05.000Z' } as const
  await world.set({ unanswered: { status: 'stale', seq: 7, ...value } })
  await expect.poll(() => heard[0]).toBe('4 unanswered, not up to date')
  await world.set({ unanswered: { status: 'live', seq: 8, ...value } })
  await expect.poll(() => heard[1]).toBe('4 unanswered')
  await world.set({ userId: 'another' })
  await world.drop()
  await expect.poll(() => heard[2]).toBe('count not available')
})
