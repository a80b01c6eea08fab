import { expect, it } from 'vitest'
import * as protocol from './index.ts'
import * as wire from './wire.ts'

it('exports these names and no others', () => {
  expect(Object.keys(protocol).sort()).toMatchInlineSnapshot(`
    [
      "channelChangeSchema",
      "channelCodeSchema",
      "channelLinkRequestSchema",
      "channelListSchema",
      "channelReinitSchema",
      "channelRequestSchema",
      "channelResponseSchema",
      "channelSchema",
      "chatSchema",
      "chatTypes",
      "conversationPageSchema",
      "defaultBasePath",
      "drainSchema",
      "errorBodySchema",
      "errorStatuses",
      "eventSchemas",
      "exportRequestSchema",
      "exportSchema",
      "fileNameHeader",
      "frameMessageSchema",
      "heartbeatMs",
      "isErrorCode",
      "keyboardSchema",
      "maxFileBytes",
      "messageAcceptedSchema",
      "messageEditSchema",
      "messageRequestSchema",
      "messageSchema",
      "namedChatSchema",
      "pairingCodeSchema",
      "pairingRequestSchema",
      "readRequestSchema",
      "requestHeader",
      "routes",
      "searchResultSchema",
      "sessionSchema",
      "statusChangeSchema",
      "storedFileSchema",
      "streamSessionSchema",
      "templateListSchema",
      "unansweredSchema",
      "visibilityHeader",
      "windowLinkSchema",
      "windowRequestSchema",
    ]
  `)
})

it('exports these names for browsers and no others', () => {
  expect(Object.keys(wire).sort()).toMatchInlineSnapshot(`
    [
      "chatTypes",
      "defaultBasePath",
      "errorStatuses",
      "findInvalidPlaces",
      "heartbeatMs",
      "isErrorCode",
      "isNatural",
      "parseErrorBody",
      "parseFrameMessage",
      "parseSession",
      "parseUnanswered",
      "parseWindowLink",
      "requestHeader",
      "routes",
      "visibilityHeader",
    ]
  `)
})
