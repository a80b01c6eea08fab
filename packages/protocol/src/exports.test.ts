import { expect, it } from 'vitest'
import * as protocol from './index.ts'

it('exports these names and no others', () => {
  expect(Object.keys(protocol).sort()).toMatchInlineSnapshot(`
    [
      "chatSchema",
      "chatTypes",
      "defaultBasePath",
      "errorBodySchema",
      "errorStatuses",
      "eventSchemas",
      "frameMessageSchema",
      "heartbeatMs",
      "isErrorCode",
      "namedChatSchema",
      "requestHeader",
      "routes",
      "sessionSchema",
      "unansweredSchema",
      "windowLinkSchema",
      "windowRequestSchema",
    ]
  `)
})
