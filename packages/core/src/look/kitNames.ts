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
}

/**
 * The public names of both kits. `endpoint` and `locale` are props of `ChatProvider`, and attributes of every custom element. A
 * `className` is for the outermost part.
 */
export const kitNames = {
  window: {
    component: 'ChatWindow',
    element: 'crm-chat-window',
    attributes: {
      scope: 'scope',
      chats: 'chats',
      activeChat: 'active-chat',
      label: 'label',
      labels: 'labels',
      own: 'own',
    },
    properties: ['labels'],
    events: { onEvent: 'crm-chat-event' },
    parts: ['window'],
  },
  badge: {
    component: 'UnansweredBadge',
    element: 'crm-chat-badge',
    attributes: { max: 'max', dot: 'dot', showZero: 'show-zero', label: 'label', labels: 'labels' },
    properties: ['label'], // A property `labels` would be taken for that of a form field by tools for accessibility.
    events: {},
    parts: ['badge'],
  },
  tabBadge: {
    component: 'TabBadge',
    element: 'crm-chat-tab-badge',
    attributes: { places: 'places', max: 'max', sound: 'sound', notification: 'notification', label: 'label' },
    properties: ['label'],
    events: {},
    parts: [],
  },
  launcher: {
    component: 'ChatLauncher',
    element: 'crm-chat-launcher',
    attributes: { placement: 'placement', label: 'label', activeChat: 'active-chat', labels: 'labels' },
    properties: ['labels'],
    events: { onEvent: 'crm-chat-event' },
    parts: ['launcher', 'toggle', 'panel', 'window', 'badge'],
  },
} as const satisfies Record<string, ComponentNames>
