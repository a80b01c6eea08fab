import { defineElements } from '@crm-chat/elements'
import type { NamedChat } from '@crm-chat/protocol'
import { Activity, type ReactNode, StrictMode } from 'react'
import { createPortal } from 'react-dom'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { sharedChat } from '../../elements/src/sharedChat.ts'
import { ChatLauncher } from './ChatLauncher.tsx'
import { ChatProvider } from './ChatProvider.tsx'
import { ChatWindow } from './ChatWindow.tsx'
import './styles.css'

beforeEach(() => page.viewport(1280, 800))

/** Loads of the vendor's page, and links. */
interface Counts {
  loads: number
  links: number
}

async function count(world: OpenWorld): Promise<Counts> {
  const { frameLoads, requests } = await world.see()
  return { loads: frameLoads.length, links: requests.filter(({ operation }) => operation === 'window').length }
}

const once: Counts = { loads: 1, links: 1 }
const twice: Counts = { loads: 2, links: 2 }

const chat = (chatId: string, name?: string): NamedChat => ({ chatType: 'whatsapp', chatId, ...(name && { name }) })
const card = <ChatWindow chats={[chat('7', 'Ann')]} />

type Step = (step: number) => ReactNode

/** Content of the page at each step, from 0 to 4, and what the server counts over all of them. */
const actions: [action: string, at: Step, counts: Counts][] = [
  ['conditional rendering', (step) => (step % 2 === 0 ? card : null), once],
  ['a route and back', (step) => (step % 2 === 0 ? <main>{card}</main> : <div key="other">Deals</div>), once],
  ['display: none', (step) => <div style={{ display: step % 2 === 0 ? 'block' : 'none' }}>{card}</div>, once],
  [
    'visibility and a size of 0',
    (step) => <div style={step % 2 === 0 ? {} : { visibility: 'hidden', height: 0, overflow: 'hidden' }}>{card}</div>,
    once,
  ],
  ['<Activity>', (step) => <Activity mode={step % 2 === 0 ? 'visible' : 'hidden'}>{card}</Activity>, once],
  [
    'a sorted list, where the window moves',
    (step) => sorted(step % 2 === 0 ? ['card', 'b', 'c'] : ['b', 'c', 'card']),
    once,
  ],
  [
    'a sorted list, where its siblings move',
    (step) => sorted(step % 2 === 0 ? ['b', 'c', 'card'] : ['card', 'c', 'b']),
    once,
  ],
  ['another target of a portal', (step) => <Portals target={step % 2 === 0 ? 'panel' : 'drawer'} />, once],
  ['20 renderings with a new label', (step) => <Restless step={step} />, once],
  ['a remount, as Fast Refresh does it', (step) => <div key={step}>{card}</div>, once],
  ['another contact and back', (step) => <ChatWindow chats={[chat(step % 2 === 0 ? '7' : '8')]} />, twice],
  [
    'another active chat and back',
    (step) => <ChatWindow chats={[chat('7'), chat('8')]} activeChat={chat(step % 2 === 0 ? '7' : '8')} />,
    twice,
  ],
  [
    'one more chat in the card and back',
    (step) => <ChatWindow chats={step % 2 === 0 ? [chat('7')] : [chat('8'), chat('7')]} />,
    twice,
  ],
  [
    'chats in another order',
    (step) => <ChatWindow chats={step % 2 === 0 ? [chat('7'), chat('8')] : [chat('8'), chat('7')]} />,
    once,
  ],
  ['another name', (step) => <ChatWindow chats={[chat('7', `Ann ${step}`)]} />, once],
  [
    'a second window of the same chats',
    (step) => (
      <>
        {card}
        {step % 2 === 0 ? null : <ChatWindow chats={[chat('7')]} />}
      </>
    ),
    once,
  ],
]

function sorted(keys: string[]): ReactNode {
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{key === 'card' ? card : key}</li>
      ))}
    </ul>
  )
}

function Portals({ target }: { target: string }): ReactNode {
  const place = document.querySelector(`#${target}`)
  return place && createPortal(card, place, target)
}

function Restless({ step }: { step: number }): ReactNode {
  return (
    <ChatWindow chats={[chat('7')]} label={`Round ${step}`} onEvent={() => undefined} labels={{ retry: `${step}` }} />
  )
}

const moveBefore = Object.getOwnPropertyDescriptor(Element.prototype, 'moveBefore')

describe.each([
  ['with moveBefore', true],
  ['without moveBefore', false],
] as const)('%s', (_, hasMoveBefore) => {
  beforeAll(() => {
    if (!hasMoveBefore) Reflect.deleteProperty(Element.prototype, 'moveBefore')
  })
  afterAll(() => {
    if (moveBefore) Object.defineProperty(Element.prototype, 'moveBefore', moveBefore)
  })

  beforeEach(({ skip }) => skip(hasMoveBefore && !moveBefore, 'this browser has no moveBefore'))

  test('the browser is as it says', () => expect('moveBefore' in Element.prototype).toBe(hasMoveBefore))

  test.each(actions)('%s', async (_, at, counts) => {
    const world = openWorld()
    for (const id of ['panel', 'drawer']) addPlace(id)
    const pageAt = (step: number): ReactNode => (
      <StrictMode>
        <ChatProvider endpoint={world.endpoint}>{at(step)}</ChatProvider>
      </StrictMode>
    )
    const screen = await render(pageAt(0))
    await untilSettled()
    for (let step = 1; step <= 4; step += 1) {
      await screen.rerender(pageAt(step))
      await untilSettled()
    }
    await untilUsable(world)
    expect(await count(world)).toEqual(counts)
  })

  test('appendChild of the host', async () => {
    const { world, screen } = await showCard()
    const host = screen.container
    for (let round = 0; round < 4; round += 1) {
      const moved = host.querySelector('#moved')
      if (moved) moved.parentNode?.appendChild(moved)
      await untilSettled()
    }
    await untilUsable(world)
    expect(await count(world)).toEqual(once)
  })

  test('moveBefore of the host', async ({ skip }) => {
    skip(!hasMoveBefore, 'it is about moveBefore')
    const { world, screen } = await showCard()
    const moved = screen.container.querySelector('#moved') as Element
    const drawer = document.querySelector('#drawer') as Element
    for (let round = 0; round < 3; round += 1) {
      drawer.moveBefore(moved, null)
      screen.container.moveBefore(moved, null)
    }
    await untilUsable(world)
    expect(await count(world)).toEqual(once)
  })

  test.each(['popover', 'dialog'])('a %s that opens and closes', async (kind) => {
    const world = openWorld()
    const inside = <div style={{ width: 500, height: 400 }}>{card}</div>
    await render(
      <ChatProvider endpoint={world.endpoint}>
        {kind === 'dialog' ? (
          <dialog id="box">{inside}</dialog>
        ) : (
          <div id="box" popover="auto">
            {inside}
          </div>
        )}
      </ChatProvider>,
    )
    const box = document.querySelector('#box') as HTMLDialogElement
    for (let round = 0; round < 3; round += 1) {
      if (kind === 'dialog') box.showModal()
      else box.showPopover()
      await untilSettled()
      await expect.poll(() => isOnTop(box)).toBe(true)
      if (kind === 'dialog') box.close()
      else box.hidePopover()
    }
    await untilUsable(world)
    expect(await count(world)).toEqual(once)
  })

  test('a launcher beside a window', async () => {
    const world = openWorld()
    const screen = await render(
      <ChatProvider endpoint={world.endpoint}>
        <ChatWindow />
        <ChatLauncher />
      </ChatProvider>,
    )
    const [inline] = screen.container.querySelectorAll('section')
    await expect.poll(() => inline?.dataset.status).toBe('ready')
    for (let round = 0; round < 2; round += 1) {
      await screen.getByRole('button', { name: /Open chats/ }).click()
      await expect.poll(() => inline?.dataset.status).toBe('elsewhere')
      await screen.getByRole('button', { name: 'Close chats' }).first().click()
      await expect.poll(() => inline?.dataset.status).toBe('ready')
    }
    await untilUsable(world)
    expect(await count(world)).toEqual(once)
  })

  test.each<[string, (element: HTMLElement) => void]>([
    ['appendChild', (element) => document.body.appendChild(element)],
    [
      'remove and append',
      (element) => {
        element.remove()
        document.body.append(element)
      },
    ],
    [
      'removeChild and insertBefore',
      (element) => {
        document.body.removeChild(element)
        document.body.insertBefore(element, null)
      },
    ],
    ['moveBefore', (element) => (hasMoveBefore ? document.body.moveBefore(element, null) : undefined)],
    [
      'the same chats in other words',
      (element) => element.setAttribute('chats', ' [{"chatType":"whatsapp","chatId":"7","name":"A"}]'),
    ],
  ])('a custom element: %s', async (_, act) => {
    defineElements()
    const world = openWorld()
    const element = document.createElement('crm-chat-window')
    element.setAttribute('endpoint', world.endpoint)
    element.setAttribute('chats', '[{"chatType":"whatsapp","chatId":"7"}]')
    element.style.height = '300px'
    document.body.append(element)
    onTestFinished(() => {
      element.remove()
      sharedChat(world.endpoint).close() // Elements keep their client, and that its latest frames, for as long as the page lives.
    })
    await expect.poll(() => element.state.status).toBe('ready')
    for (let round = 0; round < 4; round += 1) {
      act(element)
      await expect.poll(() => element.state.status).toBe('ready')
    }
    await untilUsable(world)
    expect(await count(world)).toEqual(once)
  })

  async function showCard() {
    const world = openWorld()
    for (const id of ['panel', 'drawer']) addPlace(id)
    const screen = await render(
      <ChatProvider endpoint={world.endpoint}>
        <div id="moved">{card}</div>
        <p>After it</p>
      </ChatProvider>,
    )
    await untilSettled()
    return { world, screen }
  }
})

function addPlace(id: string): void {
  const place = document.body.appendChild(document.createElement('div'))
  place.id = id
  onTestFinished(() => place.remove())
}

/** Resolves once every window that is there is open, or has left its frame to another. */
async function untilSettled(): Promise<void> {
  await expect
    .poll(() =>
      [...document.querySelectorAll('section')].every(
        (section) => !section.checkVisibility() || /ready|elsewhere/.test(`${section.dataset.status}`),
      ),
    )
    .toBe(true)
  await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Resolves once the vendor's page, as it is now, has passed a message on. */
async function untilUsable(world: OpenWorld): Promise<void> {
  let passed = false
  const handle = ({ data }: MessageEvent): void => {
    if (data?.type === 'WZ_LAST') passed = true
  }
  window.addEventListener('message', handle)
  await expect
    .poll(async () => {
      await world.post({ type: 'WZ_LAST' })
      return passed
    })
    .toBe(true)
  window.removeEventListener('message', handle)
}

/** Returns true when the frame of a box is what a click in its middle would reach. */
function isOnTop(box: Element): boolean {
  const container = box.querySelector('.cc-frame')
  const { left, top, width, height } = container?.getBoundingClientRect() ?? new DOMRect()
  return document.elementFromPoint(left + width / 2, top + height / 2) instanceof HTMLIFrameElement
}
