import { createChatProxy, wazzupV2 } from '@crm-chat/proxy'

/** The proxy of this CRM. */
export const chat = createChatProxy({
  backend: wazzupV2({
    apiKey: process.env.WAZZUP_API_KEY ?? 'sandbox_wazzup',
    baseUrl: (process.env.WAZZUP_URL ?? 'http://127.0.0.1:4010') || undefined,
  }),
  identify: () => ({ id: 'demo', name: 'Demo User' }), // Your session: the request's cookie says who it is.
  authorizeChats: () => true, // Your rule: may this user open these chats?
})
