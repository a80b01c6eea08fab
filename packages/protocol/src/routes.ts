/** Where the proxy is mounted when nothing else is said. */
export const defaultBasePath = '/chat'

/** The operations a browser may ask for, by method and path below the base path. */
export const routes = {
  session: { method: 'GET', path: '/session' },
  window: { method: 'POST', path: '/window' },
  unanswered: { method: 'GET', path: '/unanswered' },
  events: { method: 'GET', path: '/events' },
} as const

/** Name of an operation. */
export type Operation = keyof typeof routes

/** Header that every state-changing request carries: a foreign page cannot set it without asking first. */
export const requestHeader = { name: 'x-crm-chat', value: '1' } as const
