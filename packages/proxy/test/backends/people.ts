/** A member of staff. */
export const kate = { id: '7', name: 'Kate', roles: [] }
/** Customers. */
export const ann = { chatType: 'whatsapp', chatId: '79998887766' } as const
export const boris = { chatType: 'telegram', chatId: '123456789' } as const
export const group = { chatType: 'whatsgroup', chatId: '79998887766-1611143663' } as const
export const max = { chatType: 'max', chatId: '55501' } as const
/** Channels that every account of the sandbox has. */
export const channelIds = {
  whatsapp: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
  waba: '24197d5f-06de-421f-8576-9f6e6cb67f28',
  telegram: '5b1d3a52-0c1e-4f6b-9a57-2f1f6d0c7a11',
} as const
