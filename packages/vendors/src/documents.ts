/** Titles of the five documents that the vendors have published. */
export const documents = {
  crmApiV2: 'Wazzup CRM API V2',
  v3Messages: 'Wazzup API v3: Sending messages',
  techMessages: 'Wazzup tech API: Messages',
  techChannels: 'Wazzup tech API: Channels',
  whatomateMessages: 'Whatomate API: Messages',
} as const
