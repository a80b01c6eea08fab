import type { UnansweredState } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { errorAnswer, type OpenWorld } from '../../core/test/openWorld.ts'
import {
  ChatDialog,
  ChatDrawer,
  ChatLauncher,
  ChatPanel,
  ChatPopover,
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
