import { adminStyles, OwnChannelList } from '@crm-chat/react/admin'

/** Rules of the components for administrators. */
export const rules: string = adminStyles

/** The list of channels, which has a client for queries of its own. */
export const ChannelList: typeof OwnChannelList = OwnChannelList
