/** The words of the drawer that shows each hop in English. */
export const hops = {
  title: 'What just happened',
  about: 'Each way of the latest requests to the chat proxy. Keys, texts and numbers are left out.',
  open: 'What just happened',
  failed: "Can't load what happened",
  empty: 'Nothing yet. Open a chat or send a message.',
  kinds: { browser: 'Browser → CRM', vendor: 'CRM → vendor', webhook: 'Vendor → CRM', live: 'CRM → browser' },
  live: 'Live stream',
  badge: (count: string) => `Unanswered: ${count}`,
  requestId: 'Request id',
  noResponse: 'no response',
  ms: (ms: string) => `${ms} ms`,
}

/** The words of the drawer that shows each hop. */
export type HopsWords = typeof hops
