import { createPlural } from '../plural.ts'

const plural = createPlural('en-GB')

/** The words of the administrators' pages in English. */
export const adminPages = {
  pages: {
    channels: 'Channels',
    export: 'Export',
    data: 'Vendor data',
    webhooks: 'Webhooks',
    sync: 'Sync',
    settings: 'Settings',
  },
  settings: {
    failed: "Can't load the settings",
    vendor: 'Vendor',
    vendorAbout: 'The API through which the CRM reads and writes chats. Everybody’s pages follow within seconds.',
    vendors: {
      'wazzup-v2': 'Wazzup, API v2',
      'wazzup-v3': 'Wazzup, API v3',
      'wazzup-tech': 'Wazzup, Tech API',
      whatomate: 'Whatomate',
    },
    noKey: 'The CRM was started without a key for it.',
    complete: 'Everything that the CRM uses.',
    missing: (features: string) => `Not with this key or vendor: ${features}.`,
    features: {
      chatWindow: 'the chat window',
      unanswered: 'the unanswered count',
      sendMessage: 'sending messages',
      conversation: 'conversations',
      channelAdmin: 'channel administration',
      exports: 'exports',
      vendorData: 'vendor data',
      saveUsers: 'saving users',
      saveContacts: 'saving contacts',
      saveDeals: 'saving deals',
      webhooks: 'webhooks',
    },
    transport: 'Live updates',
    transportAbout: 'The way in which the unanswered count reaches the pages.',
    transports: { sse: 'Server-sent events', socketio: 'Socket.IO' },
    transportAbouts: {
      sse: 'One HTTP stream for each tab; it passes most networks.',
      socketio: 'The WebSocket protocol of Socket.IO, for those who have it already.',
    },
    saved: 'Settings changed',
  },
  sync: {
    title: 'Sync with the vendor',
    about: 'Sends all users, contacts and deals to the vendor, so that its windows show the right names and owners.',
    failed: "Can't load the sync",
    none: 'Nothing has been synced yet',
    start: 'Start sync',
    resume: 'Resume',
    stop: 'Stop',
    status: { running: 'Running', stopped: 'Stopped', failed: 'Failed', done: 'Done' },
    kinds: { users: 'Users', contacts: 'Contacts', deals: 'Deals' },
    progress: ({ done, total }: { done: string; total: string }) => `${done} of ${total}`,
    rejected: plural({ one: '# rejected', other: '# rejected' }),
    startedAt: (time: string) => `Started ${time}`,
    endedAt: (time: string) => `Ended ${time}`,
    rejectedTitle: 'Rejected by the vendor',
    record: 'Record',
    reason: 'Reason',
  },
  webhooks: {
    title: 'Webhooks',
    failed: "Can't load the webhooks",
    notReceiving: 'This CRM receives no webhooks. Set CRM_WEBHOOK_SECRET and CRM_PUBLIC_URL, and start it again.',
    address: 'Registered address',
    addressHint: 'Its secret end is not shown.',
    unknownAddress: 'The public address of the CRM is unknown: set CRM_PUBLIC_URL.',
    registeredAt: 'Registered',
    lastAt: 'Last received',
    never: 'Never',
    events: 'Events so far',
    problem: 'The vendor did not take the address',
    register: 'Register again',
    registered: 'Registered the address',
  },
}

/** The words of the administrators' pages. */
export type AdminPagesWords = typeof adminPages
