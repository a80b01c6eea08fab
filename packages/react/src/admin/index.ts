export type { ReadRecords, RecordPage, RecordSource } from '@crm-chat/core/admin'
export {
  type AdminLabels,
  type AdminWords,
  adminWords,
  browserExports,
  type ExportStore,
  type KeptExport,
} from '@crm-chat/core/admin'
export type { AdminProps } from './adminProps.ts'
export { adminStyles } from './adminStyles.ts'
export { ChannelConnect, type ChannelConnectProps } from './channels/ChannelConnect.tsx'
export { ChannelList, type ChannelListProps } from './channels/ChannelList.tsx'
export { OwnChannelList } from './channels/OwnChannelList.tsx'
export { MessageExport, type MessageExportProps } from './export/MessageExport.tsx'
export { VendorData, type VendorDataProps } from './vendorData/VendorData.tsx'
