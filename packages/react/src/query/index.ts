export { useDeleteChannel, useReinitChannel } from './channelMutations.ts'
export type { DeleteParameters, ReinitParameters } from './channelRequests.ts'
export { channelQuery, channelsQuery } from './channelsQuery.ts'
export { type ChatKey, chatKey } from './chatKey.ts'
export type { ChatQuery } from './chatQuery.ts'
export { exportQuery } from './exportQuery.ts'
export { sessionQuery } from './sessionQuery.ts'
export { templatesQuery } from './templatesQuery.ts'
export { useChannel, useChannels } from './useChannels.ts'
export { useChatInvalidation } from './useChatInvalidation.ts'
export type { ChatQueryOptions } from './useChatQuery.ts'
export {
  type ChannelConnection,
  type ConnectChannelOptions,
  type ConnectFailure,
  useConnectChannel,
} from './useConnectChannel.ts'
export {
  type MessageExport,
  type MessageExports,
  type MessageExportsOptions,
  useMessageExports,
} from './useMessageExports.ts'
export { type SendMessageOptions, useSendMessage } from './useSendMessage.ts'
export { useTemplates } from './useTemplates.ts'
export { useVendorData, type VendorDataOptions, type VendorDataView } from './useVendorData.ts'
export { type VendorDataQueryParameters, vendorDataQuery } from './vendorDataQuery.ts'
