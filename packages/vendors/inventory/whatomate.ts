import type { Inventory, InventoryItem } from './inventory.ts'

const document = 'Whatomate API: Messages'

const endpoints: InventoryItem[] = [
  {
    kind: 'endpoint',
    name: 'GET /api/contacts/{id}/messages',
    document,
    section: 'Retrieve messages for a specific contact',
    export: 'fetchMessages',
    test: { file: 'whatomate/conversation.test.ts', name: 'fetchMessages > reads what the documents of 2025 show' },
  },
  {
    kind: 'endpoint',
    name: 'POST /api/contacts/{id}/messages (text)',
    document,
    section: 'Send a text message to a contact',
    export: 'sendMessage',
    test: {
      file: 'whatomate/messages.test.ts',
      name: 'sendMessage > sends a text so that either generation of the server finds it',
    },
  },
  {
    kind: 'endpoint',
    name: 'POST /api/contacts/{id}/messages (interactive, button)',
    document,
    section: 'Send interactive messages with buttons or CTA URLs',
    export: 'sendMessage',
    test: {
      file: 'whatomate/messages.test.ts',
      name: 'sendMessage > sends quick replies as the documents show them',
    },
  },
  {
    kind: 'endpoint',
    name: 'POST /api/contacts/{id}/messages (interactive, cta_url)',
    document,
    section: 'Send interactive messages with buttons or CTA URLs',
    export: 'sendMessage',
    test: { file: 'whatomate/messages.test.ts', name: 'sendMessage > sends a link as the documents show it' },
  },
  {
    kind: 'endpoint',
    name: 'POST /api/messages/template',
    document,
    section: 'Send a pre-approved template message',
    export: 'sendTemplate',
    test: {
      file: 'whatomate/templates.test.ts',
      name: 'sendTemplate > sends a template with named parameters as the documents show it',
    },
  },
  {
    kind: 'endpoint',
    name: 'POST /api/messages/media',
    document,
    section: 'Send an image, video, document, or audio message',
    export: 'sendMedia',
    test: { file: 'whatomate/media.test.ts', name: 'sendMedia > sends a link as the documents of 2025 show it' },
  },
  {
    kind: 'endpoint',
    name: 'PUT /api/messages/{id}/read',
    document,
    section: 'Mark a message as read',
    export: 'markMessageRead',
    test: { file: 'whatomate/messages.test.ts', name: 'markMessageRead > asks as the documents show it' },
  },
]

/** The page has no error codes and no event names; how far a message got is what comes nearest. */
const statuses = ['pending', 'sent', 'delivered', 'read', 'failed'].map(
  (status): InventoryItem => ({
    kind: status === 'failed' ? 'error code' : 'event',
    name: status,
    document,
    section: 'Message status flow',
    export: `messageStatuses.${status}`,
    test: { file: 'whatomate/conversation.test.ts', name: `fetchMessages > knows the status ${status}` },
  }),
)

/** Whatomate: messages. */
export const whatomate: Inventory = { api: 'whatomate', items: [...endpoints, ...statuses] }
