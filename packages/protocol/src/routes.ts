/** Default path of the proxy. */
export const defaultBasePath = '/chat'

/** The operations of a browser, by method and path below the base path. */
export const routes = {
  session: { method: 'GET', path: '/session' },
  window: { method: 'POST', path: '/window' },
  unanswered: { method: 'GET', path: '/unanswered' },
  events: { method: 'GET', path: '/events' },
} as const

/** Name of an operation. */
export type Operation = keyof typeof routes

/** Header of every state-changing request: a foreign page cannot set it without a preflight. */
export const requestHeader = { name: 'x-crm-chat', value: '1' } as const
