import { document } from '../src/wazzup-v3/fixtures/examples.ts'
import type { Inventory } from './inventory.ts'
import { sendingErrorCodes } from './sendingErrorCodes.ts'
import { type Row, toItem } from './toItem.ts'

const file = 'wazzup-v3/messages.test.ts'

const endpoints: Row[] = [
  ['a text', 'text'],
  ['a WABA template with 3 buttons', 'template with buttons'],
  ['an interactive message with 3 buttons', 'interactive message'],
].map(([section, name]) => ({
  name: `POST /v3/message (${name})`,
  section: `Request examples: ${section}`,
  export: 'sendMessage',
  file,
  test: `sendMessage > sends the documents' ${name}, and reads the answer`,
}))

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
    ...endpoints.map(toItem({ kind: 'endpoint', document })),
    ...[...errorCodes, repeated].map(toItem({ kind: 'error code', document })),
  ],
}
