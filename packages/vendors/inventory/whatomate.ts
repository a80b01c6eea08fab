import { documents } from '../src/documents.ts'
import { endpoints } from '../src/whatomate/endpoints.ts'
import type { Inventory, InventoryItem } from './inventory.ts'
import { type EndpointTest, toEndpointItems } from './toItem.ts'

const document = documents.whatomateMessages

const interactive = 'Send interactive messages with buttons or CTA URLs'
const file = 'whatomate/messages.test.ts'

const tests: Record<string, EndpointTest[]> = {
  fetchMessages: [
    { file: 'whatomate/conversation.test.ts', test: 'fetchMessages > reads what the documents of 2025 show' },
  ],
  sendMessage: [
    { variant: 'text', file, test: 'sendMessage > sends a text so that either generation of the server finds it' },
    {
      variant: 'interactive, button',
      section: interactive,
      file,
      test: 'sendMessage > sends quick replies as the documents show them',
    },
    {
      variant: 'interactive, cta_url',
      section: interactive,
      file,
      test: 'sendMessage > sends a link as the documents show it',
    },
  ],
  sendTemplate: [
    {
      file: 'whatomate/templates.test.ts',
      test: 'sendTemplate > sends a template with named parameters as the documents show it',
    },
  ],
  sendMedia: [{ file: 'whatomate/media.test.ts', test: 'sendMedia > sends a link as the documents of 2025 show it' }],
  markMessageRead: [{ file, test: 'markMessageRead > asks as the documents show it' }],
}

/** The page has no error codes and no event names; a message's statuses come closest. */
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
export const whatomate: Inventory = { api: 'whatomate', items: [...toEndpointItems({ endpoints, tests }), ...statuses] }
