/** Names of one component in both kits. */
export interface ComponentNames {
  /** Name of the React component. */
  component: string
  /** Tag of the custom element. */
  element: string
  /** React prop → attribute of the custom element. Objects and arrays are JSON in an attribute. */
  attributes: Readonly<Record<string, string>>
  /** Attributes that are also properties of the element, under the prop's name: they take functions and objects. */
  properties: readonly string[]
  /** React prop → event of the custom element. */
  events: Readonly<Record<string, string>>
  /** Parts that CSS can reach: `.cc-panel` in React, `::part(panel)` in the custom element. */
  parts: readonly string[]
  /** Names of slots: keys of the React prop `slots`, and `slot="…"` in the custom element. */
  slots: readonly string[]
}

const windowAttributes = {
  scope: 'scope',
  chats: 'chats',
  activeChat: 'active-chat',
  label: 'label',
  labels: 'labels',
  own: 'own',
} as const

const windowEvents = {
  onReady: 'crm-chat-ready',
  onError: 'crm-chat-error',
  onEntity: 'crm-chat-entity',
  onEvent: 'crm-chat-event',
} as const

const overlayEvents = { ...windowEvents, onOpenChange: 'crm-chat-open-change' } as const
const overlayProperties = ['labels', 'opened'] as const
const panelParts = ['panel', 'bar', 'title', 'body', 'close', 'window'] as const
const windowSlots = ['loading', 'error', 'empty', 'elsewhere'] as const
const panelSlots = [...windowSlots, 'actions'] as const

/**
 * The public names of both kits. `endpoint` and `locale` are props of `ChatProvider`, and attributes of every custom element. A
 * `className` is for the outermost part.
 */
export const kitNames = {
  window: {
    component: 'ChatWindow',
    element: 'crm-chat-window',
    attributes: windowAttributes,
    properties: ['labels'],
    events: windowEvents,
    parts: ['window'],
    slots: windowSlots,
  },
  panel: {
    component: 'ChatPanel',
    element: 'crm-chat-panel',
    attributes: { ...windowAttributes, onClose: 'closable' },
    properties: ['labels'],
    events: { ...windowEvents, onClose: 'crm-chat-close' },
    parts: panelParts,
    slots: panelSlots,
  },
  popover: {
    component: 'ChatPopover',
    element: 'crm-chat-popover',
    attributes: { ...windowAttributes, open: 'opened' },
    properties: overlayProperties,
    events: overlayEvents,
    parts: ['trigger', ...panelParts, 'badge'],
    slots: [...panelSlots, 'trigger'],
  },
  drawer: {
    component: 'ChatDrawer',
    element: 'crm-chat-drawer',
    attributes: { ...windowAttributes, open: 'opened', side: 'side', modal: 'modal' },
    properties: overlayProperties,
    events: overlayEvents,
    parts: panelParts,
    slots: panelSlots,
  },
  dialog: {
    component: 'ChatDialog',
    element: 'crm-chat-dialog',
    attributes: { ...windowAttributes, open: 'opened' },
    properties: overlayProperties,
    events: overlayEvents,
    parts: panelParts,
    slots: panelSlots,
  },
  badge: {
    component: 'UnansweredBadge',
    element: 'crm-chat-badge',
    attributes: { max: 'max', dot: 'dot', showZero: 'show-zero', label: 'label', labels: 'labels' },
    properties: ['label'], // A property `labels` would be taken for that of a form field by tools for accessibility.
    events: { onUnanswered: 'crm-chat-unanswered' },
    parts: ['badge'],
    slots: [],
  },
  tabBadge: {
    component: 'TabBadge',
    element: 'crm-chat-tab-badge',
    attributes: { places: 'places', max: 'max', sound: 'sound', notification: 'notification', label: 'label' },
    properties: ['label'],
    events: {},
    parts: [],
    slots: [],
  },
  launcher: {
    component: 'ChatLauncher',
    element: 'crm-chat-launcher',
    attributes: {
      placement: 'placement',
      label: 'label',
      activeChat: 'active-chat',
      labels: 'labels',
      open: 'opened',
    },
    properties: overlayProperties,
    events: overlayEvents,
    parts: ['launcher', 'toggle', ...panelParts, 'badge'],
    slots: panelSlots,
  },
} as const satisfies Record<string, ComponentNames>
