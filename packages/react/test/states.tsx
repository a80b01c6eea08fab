import type { ChatClient, UnansweredState } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { expect, onTestFinished } from 'vitest'
import { render } from 'vitest-browser-react'
import type { ClientContext } from '../../core/src/clientContext.ts'
import { createStore } from '../../core/src/createStore.ts'
import { live as liveCode } from '../../core/src/live.ts'
import { errorAnswer, type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { sharedChat } from '../../elements/src/sharedChat.ts'
import { addElement } from '../../elements/test/addElement.ts'
import {
  ChatDialog,
  ChatDrawer,
  ChatLauncher,
  ChatPanel,
  ChatPopover,
  ChatProvider,
  ChatWindow,
  UnansweredBadge,
} from '../src/index.ts'

/** One component in one state, in both kits. */
export interface State {
  name: string
  /** Sets up the proxy and the vendor. */
  prepare?: (world: OpenWorld) => Promise<void>
  /** State of the counter, without a connection: a browser has six of them for a host. */
  unanswered?: UnansweredState
  react: ReactNode
  /** Tag of the custom element, and its attributes. */
  element: [tag: keyof HTMLElementTagNameMap, attributes?: Record<string, string>]
  /** Selector of what is drawn once it is in this state. */
  sign: string
}

const at = '2026-01-02T03:04:05.000Z'
const live = (value: object): UnansweredState => ({ status: 'live', count: 4, tone: 'red', at, ...value })
const failing = (status: number, error: object) => (world: OpenWorld) =>
  world.set({ answers: { window: errorAnswer(status, { ...error }) } })

const chats = [{ chatType: 'vk' as const, chatId: '7', name: 'Ann' }]

/** Each component that stands in the page, in each of its states. */
export const inPage: State[] = [
  {
    name: 'badge, red',
    unanswered: live({ count: 120 }),
    react: <UnansweredBadge />,
    element: ['crm-chat-badge'],
    sign: '[data-status=live]',
  },
  {
    name: 'badge, grey',
    unanswered: live({ tone: 'grey' }),
    react: <UnansweredBadge />,
    element: ['crm-chat-badge'],
    sign: '[data-status=live]',
  },
  {
    name: 'badge, stale',
    unanswered: live({ status: 'stale' }),
    react: <UnansweredBadge />,
    element: ['crm-chat-badge'],
    sign: '[data-status=stale]',
  },
  {
    name: 'badge, unknown',
    unanswered: { status: 'connecting' },
    react: <UnansweredBadge />,
    element: ['crm-chat-badge'],
    sign: '[data-status=unknown]',
  },
  {
    name: 'badge, in an error',
    unanswered: { status: 'error', code: 'unauthenticated' },
    react: <UnansweredBadge />,
    element: ['crm-chat-badge'],
    sign: '[data-status=error]',
  },
  {
    name: 'badge, a dot',
    unanswered: live({}),
    react: <UnansweredBadge dot />,
    element: ['crm-chat-badge', { dot: '' }],
    sign: '[data-status=live]',
  },
  {
    name: 'badge, a 0',
    unanswered: live({ count: 0, tone: null }),
    react: <UnansweredBadge showZero />,
    element: ['crm-chat-badge', { 'show-zero': '' }],
    sign: '[data-status=live]',
  },
  {
    name: 'window, loading',
    prepare: (world) => world.set({ answers: { window: { status: 200, body: '', hangs: true } } }),
    react: <ChatWindow />,
    element: ['crm-chat-window'],
    sign: '[data-status=loading]',
  },
  {
    name: 'window, ready but in doubt',
    react: <ChatWindow />,
    element: ['crm-chat-window'],
    sign: '.cc-doubt',
  },
  {
    name: 'window, ready',
    prepare: (world) => world.set({ look: 'ok' }),
    react: <ChatWindow />,
    element: ['crm-chat-window'],
    sign: '[data-status=ready]',
  },
  {
    name: 'window, in an error that may pass',
    prepare: failing(503, { code: 'upstream_unavailable', retryable: true }),
    react: <ChatWindow />,
    element: ['crm-chat-window'],
    sign: '[data-retryable=true]',
  },
  {
    name: 'window, in an error for good',
    prepare: failing(403, { code: 'foreign_origin', retryable: false }),
    react: <ChatWindow />,
    element: ['crm-chat-window'],
    sign: '[data-retryable=false]',
  },
  {
    name: 'window, refused by the vendor',
    prepare: (world) => world.set({ look: 'refusesFraming' }),
    react: <ChatWindow />,
    element: ['crm-chat-window'],
    sign: '.cc-failure-help',
  },
  {
    name: 'window, set up wrongly',
    react: <ChatWindow chats={[{ chatType: 'vk', chatId: '' }]} />,
    element: ['crm-chat-window', { chats: '[{"chatType":"vk","chatId":""}]' }],
    sign: '.cc-failure-detail',
  },
  {
    name: 'window, elsewhere',
    react: (
      <>
        <ChatWindow chats={chats} />
        <div style={{ height: 0, overflow: 'hidden' }}>
          <ChatWindow chats={chats} />
        </div>
      </>
    ),
    element: ['crm-chat-window', { chats: JSON.stringify(chats), twice: '' }],
    sign: '[data-status=elsewhere]',
  },
  {
    name: 'window, empty',
    react: <ChatWindow chats={[]} />,
    element: ['crm-chat-window', { chats: '[]' }],
    sign: '[data-status=empty]',
  },
  {
    name: 'panel with a button to close it',
    react: <ChatPanel onClose={() => undefined} />,
    element: ['crm-chat-panel', { closable: '' }],
    sign: '[data-status=ready]',
  },
  {
    name: 'popover',
    unanswered: live({ count: 120 }),
    react: <ChatPopover />,
    element: ['crm-chat-popover'],
    sign: '[data-status=live]',
  },
  {
    name: 'launcher',
    unanswered: live({ count: 120 }),
    react: <ChatLauncher />,
    element: ['crm-chat-launcher'],
    sign: '.cc-launcher [data-status=live], .cc-toggle',
  },
]

/** Whatever opens over the page, open. */
export const overlays: State[] = [
  {
    name: 'launcher, open',
    react: <ChatLauncher defaultOpen />,
    element: ['crm-chat-launcher', { opened: '' }],
    sign: '.cc-panel[data-open=true]',
  },
  {
    name: 'popover, open',
    react: <ChatPopover defaultOpen />,
    element: ['crm-chat-popover', { opened: '' }],
    sign: '.cc-panel[data-open=true]',
  },
  {
    name: 'drawer, open',
    react: <ChatDrawer defaultOpen />,
    element: ['crm-chat-drawer', { opened: '' }],
    sign: '.cc-panel[data-open=true]',
  },
  {
    name: 'dialog, open',
    react: <ChatDialog defaultOpen />,
    element: ['crm-chat-dialog', { opened: '' }],
    sign: '.cc-panel[data-open=true]',
  },
]

/** All states, one below the other. */
export interface ShownStates {
  main: HTMLElement
  /** Element in which a state of that name is. */
  boxOf: (name: string) => HTMLElement
  setLocale: (locale: string) => Promise<void>
  setTheme: (theme: 'light' | 'dark') => void
  setWidth: (width: number) => void
}

/** Shows each component in each state, in boxes of the width of a phone's screen. */
export async function showStates(kit: 'react' | 'elements', states = inPage): Promise<ShownStates> {
  const main = document.body.appendChild(document.createElement('main'))
  onTestFinished(() => main.remove())
  const worlds = await Promise.all(
    states.map(async ({ prepare, unanswered }) => {
      const world = openWorld()
      await prepare?.(world)
      onTestFinished(() => sharedChat(world.endpoint).close()) // A frame that is kept has one of the six connections.
      if (unanswered) still(sharedChat(world.endpoint), unanswered)
      return world
    }),
  )
  const setLocale = await (kit === 'react' ? showReact : showElements)({ main, worlds, states })
  const boxOf = (name: string): HTMLElement => {
    const box = main.querySelectorAll<HTMLElement>('.state')[states.findIndex((state) => state.name === name)]
    if (!box) throw new Error(`There is no state "${name}".`)
    return box
  }
  const isShown = ({ name, sign }: State): boolean => listElements(boxOf(name)).some((each) => each.matches(sign))
  await expect.poll(() => states.filter((state) => !isShown(state)).map(({ name }) => name)).toEqual([])
  return {
    main,
    boxOf,
    setLocale,
    setWidth: (width) => {
      for (const box of main.querySelectorAll<HTMLElement>('.state')) box.style.width = `${width}px`
    },
    setTheme: (theme) => {
      main.dataset.ccTheme = theme
      main.style.background = theme === 'dark' ? '#15181e' : '#fff'
    },
  }
}

/** Gives a client a counter that stays as it is. */
function still(chat: ChatClient, state: UnansweredState): void {
  liveCode.getKeeper(chat as ChatClient & ClientContext) // It is both.
  Object.assign(chat, { unanswered: { ...createStore(state), badge: chat.unanswered.badge } })
}

interface ShowParameters {
  states: State[]
  main: HTMLElement
  worlds: OpenWorld[]
}

type SetLocale = (locale: string) => Promise<void>

const styleOf = ({ name }: State) => ({
  position: 'relative' as const,
  transform: 'translate(0)', // A launcher stands in its box.
  width: 320,
  height: /^(window|panel)/.test(name) ? 400 : 80,
})

async function showReact({ main, worlds, states }: ShowParameters): Promise<SetLocale> {
  const view = (locale: string | undefined): ReactNode =>
    states.map((state, index) => (
      <div key={state.name} className="state" style={styleOf(state)}>
        <ChatProvider chat={sharedChat(worlds[index]?.endpoint ?? null)} locale={locale}>
          {state.react}
        </ChatProvider>
      </div>
    ))
  const screen = await render(view(undefined), { container: main })
  return (locale) => screen.rerender(view(locale))
}

async function showElements({ main, worlds, states }: ShowParameters): Promise<SetLocale> {
  const elements = states.map((state, index) => {
    const { position, transform, width, height } = styleOf(state)
    const box = main.appendChild(document.createElement('div'))
    box.className = 'state'
    Object.assign(box.style, { position, transform, width: `${width}px`, height: `${height}px` })
    const [tag, { twice, ...attributes } = {}] = state.element
    const all = { endpoint: worlds[index]?.endpoint ?? '', ...attributes }
    const element = addElement(tag, all)
    box.append(element)
    if (twice !== undefined) addElement(tag, all).hidden = true // The newest has the frame.
    return element
  })
  return async (locale) => {
    for (const element of elements) element.setAttribute('locale', locale)
  }
}

/** All elements below, those in shadow roots included. */
export function listElements(parent: Element): HTMLElement[] {
  return [...(parent.shadowRoot ?? parent).children].flatMap((child) =>
    child instanceof HTMLElement ? [child, ...listElements(child)] : [],
  )
}
