export { adminArea } from './admin/adminArea.ts'
export type { AdminLabels, AdminWords, CountPhrase, DataWords, ExportWords } from './admin/adminWords.ts'
export {
  type ChannelReason,
  type ChannelRemedy,
  toChannelReason,
  toRemedy,
  toTierLimit,
} from './admin/channels/channelReason.ts'
export {
  type ChannelTransport,
  type ChannelTransportName,
  type ConnectionWay,
  type CredentialName,
  channelTransports,
  findTransport,
} from './admin/channels/channelTransports.ts'
export type { ChannelWords, ReasonWords } from './admin/channels/channelWords.ts'
export { type ConnectProgress, type ConnectStep, stepLimitsMs, toConnectStep } from './admin/channels/connectStep.ts'
export { type ConnectionKeeper, type KeptConnection, keepConnection } from './admin/channels/keepConnection.ts'
export { browserExports, type ExportStore, type KeptExport } from './admin/exportStore.ts'
export { en as adminWords } from './admin/locales/en.ts'
export type { Comparison, ComparisonCounts, Difference } from './admin/vendorData/compareRecords.ts'
export { createVendorData, type VendorData } from './admin/vendorData/createVendorData.ts'
export type { ReadRecords, RecordPage, RecordSource } from './admin/vendorData/recordSource.ts'
export type { ComparisonState, VendorDataState, VendorTask } from './admin/vendorData/vendorDataState.ts'
export { readVendorPage, toVendorPath, type VendorPageParameters } from './admin/vendorData/vendorPage.ts'
