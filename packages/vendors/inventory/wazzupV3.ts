import { documents } from '../src/documents.ts'
import { endpoints } from '../src/wazzup-v3/endpoints.ts'
import type { Inventory } from './inventory.ts'
import { sendingErrorCodes } from './sendingErrorCodes.ts'
import { type EndpointTest, type Row, toEndpointItems, toItem } from './toItem.ts'

const document = documents.v3Messages
const file = 'wazzup-v3/messages.test.ts'

const tests: Record<string, EndpointTest[]> = {
  sendMessage: [
    { variant: 'text', section: 'a text' },
    { variant: 'template with buttons', section: 'a WABA template with 3 buttons' },
    { variant: 'interactive message', section: 'an interactive message with 3 buttons' },
  ].map(({ variant, section }) => ({
    variant,
    section: `Request examples: ${section}`,
    file,
    test: `sendMessage > sends the documents' ${variant}, and reads the answer`,
  })),
}

const errorCodes: Row[] = sendingErrorCodes.map((code) => ({
  name: code,
  section: 'Errors when sending messages',
  export: `messageErrorCodes.${code}`,
  file,
  test: `a refusal > ${code} is told by its code, however the vendor wraps it`,
}))

const repeated: Row = {
  name: 'repeatedCrmMessageId',
  section: 'Request Parameters: repeated crmMessageId',
  export: 'messageErrorCodes.REPEATED_CRM_MESSAGE_ID',
  file,
  test: 'sendMessage > is refused with the code that the documents write in camel case',
}

/** Wazzup's API v3: sending messages. */
export const wazzupV3: Inventory = {
  api: 'wazzup-v3',
  items: [
    ...toEndpointItems({ endpoints, tests }),
    ...[...errorCodes, repeated].map(toItem({ kind: 'error code', document })),
  ],
}
