import type { Channel, ChannelList, ChannelResponse, PairingCode } from './channels.ts'
import type { ConversationPage, SearchResult } from './conversation.ts'
import type { Export } from './exports.ts'
import type { StoredFile } from './files.ts'
import type { MessageAccepted } from './messages.ts'
import type { Session } from './session.ts'
import type { TemplateList } from './templates.ts'
import type { UnansweredResponse } from './unanswered.ts'
import type { VendorDataPage, VendorDataResult } from './vendorData.ts'
import type { WindowLink } from './window.ts'

/** Bodies of successful responses in JSON, by operation. */
export interface OperationResponses {
  session: Session
  window: WindowLink
  unanswered: UnansweredResponse
  channels: ChannelList
  channel: Channel
  createChannel: ChannelResponse
  channelLink: WindowLink
  reinitChannel: ChannelResponse
  pairChannel: PairingCode
  sendMessage: MessageAccepted
  templates: TemplateList
  uploadFile: StoredFile
  createExport: Export
  readExport: Export
  vendorData: VendorDataPage
  saveVendorData: VendorDataResult
  deleteVendorData: VendorDataResult
  conversation: ConversationPage
  searchConversation: SearchResult
  conversationFrom: ConversationPage
}
