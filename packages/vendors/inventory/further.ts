import { webhookEvents as techEvents } from '../src/wazzup-tech/webhookEvents.ts'
import { liveErrorCodes } from '../src/wazzup-v3/errorCodes.ts'
import { errorCodes as whatomateCodes } from '../src/whatomate/errorCodes.ts'
import { webhookEvents as whatomateEvents } from '../src/whatomate/webhookPayloads.ts'
import type { InventoryItem } from './inventory.ts'
import { wazzupTech } from './wazzupTech.ts'
import { whatomateAppItems } from './whatomateApp.ts'

/** An endpoint, event or error code that none of the five documents names. */
export interface FurtherItem extends Omit<InventoryItem, 'document' | 'section'> {
  /** A page of the vendor's help by its title or address, or how else it is known. */
  source: string
}

/** Addresses of the vendor's help pages, by the titles that the code names them by. */
export const pages: Record<string, string> = {
  'API v3, "Chat window (iframe)"': 'https://wazzup24.com/help/api-en/chat-window-iframe/',
  'API v3, "Common errors"': 'https://wazzup24.com/help/api-en/common-errors/',
  'API v3, "Loading sales funnels"': 'https://wazzup24.com/help/api-en/loading-sales-funnels',
  'API v3, "Unanswered counter"': 'https://wazzup24.com/help/api-en/unanswered-counter/',
  'API v3, "Webhooks"': 'https://wazzup24.com/help/webhooks/',
  'API v3, "WhatsApp Business API templates"': 'https://wazzup24.com/help/api-en/whatsapp-business-api-templates',
  'API v3, "Working with a list of deals"': 'https://wazzup24.com/help/api-en/working-with-a-list-of-deals/',
  'API v3, "Working with channels"': 'https://wazzup24.com/help/api-en/working-with-channels/',
  'API v3, "Working with contacts"': 'https://wazzup24.com/help/api-en/working-with-contacts/',
  'API v3, "Working with the user entity"': 'https://wazzup24.com/help/api-en/working-with-the-user-entity/',
}

const newerPage = 'API v3, "Sending messages", a newer version of the page'
const seenLive = 'seen by clients of the live service'
const serverSource = "the server's own source"

/** Codes of API v3 that are not from a newer version of its page about messages. */
const codeSources: Partial<Record<keyof typeof liveErrorCodes, string>> = {
  INVALID_MESSAGE_DATA: seenLive,
  WRONG_TRANSPORT: seenLive,
  FORBIDDEN: seenLive,
  INVALID_USERS_DATA: seenLive,
  INVALID_CONTACTS_DATA: seenLive,
  DUPLICATE_PHONE_NUMBER: seenLive,
  USER_LIMIT_EXCEEDED: seenLive,
  NO_SUCH_ACCOUNT: seenLive,
  TOO_MANY_ENTITIES: 'API v3, "Common errors"',
  URI_NOT_VALID: 'API v3, "Webhooks"',
  TEST_POST_NOT_PASSED: 'API v3, "Webhooks"',
  BAD_CONTACT: 'API v3, "Webhooks"',
}

const v3Codes = Object.keys(liveErrorCodes).map((name): FurtherItem => {
  return {
    kind: 'error code',
    name,
    source: codeSources[name as keyof typeof liveErrorCodes] ?? newerPage, // Object.keys forgets what the keys are.
    export: `liveErrorCodes.${name}`,
    test: {
      file: 'wazzup-v3/messages.test.ts',
      name: `a refusal > ${name} is told by its code, however the vendor wraps it`,
    },
  }
})

const v3Counter = ['counterConnecting', 'counterUpdate'].map((name): FurtherItem => {
  const test = 'on a server of Socket.IO 4.1 > looks up the host, says who it is, and receives the counts'
  return {
    kind: 'event',
    name,
    source: 'API v3, "Unanswered counter"',
    export: 'watchUnanswered',
    test: { file: 'wazzup-v3/watchUnanswered.test.ts', name: test },
  }
})

const v3Webhooks = Object.entries({
  messages: 'messages > that came in become events',
  statuses: 'statuses > of a failure say why',
  channelsUpdates: 'channelsUpdates > say the state in one spelling, and bring the QR code',
  templateStatus: 'the rest of a body > templateStatus becomes an event',
  createContact: 'the rest of a body > createContact asks for a contact',
  createDeal: 'the rest of a body > createDeal asks for a deal',
  test: 'the rest of a body > a test is told apart',
}).map(([name, test]): FurtherItem => {
  return {
    kind: 'event',
    name,
    source: 'API v3, "Webhooks"',
    export: 'parseWazzupV3Webhook',
    test: { file: 'webhooks/wazzupV3.test.ts', name: test },
  }
})

const inDocuments = new Set(wazzupTech.items.map((item) => item.export))

const techWebhooks = Object.keys(techEvents)
  .filter((name) => !inDocuments.has(`webhookEvents.${name}`))
  .map((name): FurtherItem => {
    return {
      kind: 'event',
      name,
      source: 'tech API, https://wazzup24.com/help/api/webhooks/',
      export: `webhookEvents.${name}`,
      test: { file: 'webhooks/wazzupTech.test.ts', name: `a delivery > of ${name} has a name here` },
    }
  })

const techCode: FurtherItem = {
  kind: 'error code',
  name: 'INVALID_USER_DATA',
  source: 'tech API, https://wazzup24.com/help/api/users/',
  export: 'errorCodes.INVALID_USER_DATA',
  test: {
    file: 'wazzup-tech/entities.test.ts',
    name: 'what the CRM tells of its users, contacts and deals > may be refused with a code',
  },
}

const whatomateItems: FurtherItem[] = [
  ...whatomateAppItems.map((item): FurtherItem => ({ ...item, source: serverSource })),
  ...Object.keys(whatomateEvents).map((name): FurtherItem => {
    return {
      kind: 'event',
      name,
      source: 'Whatomate, "Webhooks"',
      export: `webhookEvents.${name}`,
      test: { file: 'webhooks/whatomate.test.ts', name: `a Whatomate webhook > of ${name} has a name here` },
    }
  }),
  ...['new_message', 'status_update', 'reaction_update'].map((name): FurtherItem => {
    return {
      kind: 'event',
      name,
      source: 'Whatomate, "WebSockets"',
      export: 'watchEvents',
      test: {
        file: 'whatomate/watchEvents.test.ts',
        name: 'the live socket > shows a token it fetched, and tells what happens',
      },
    }
  }),
  ...Object.entries(whatomateCodes).map(([name, sentence]): FurtherItem => {
    return {
      kind: 'error code',
      name: sentence,
      source: serverSource,
      export: `errorCodes.${name}`,
      test: { file: 'whatomate/templates.test.ts', name: `sendTemplate > knows the refusal ${name}` },
    }
  }),
]

/** Events, error codes and endpoints without a function that none of the five documents names, by entry. */
export const furtherItems: Record<string, FurtherItem[]> = {
  'wazzup-v3': [...v3Counter, ...v3Webhooks, ...v3Codes],
  'wazzup-tech': [...techWebhooks, techCode],
  whatomate: whatomateItems,
}
