import { ChannelList } from '@crm-chat/react/admin'
import type { ReactNode } from 'react'

/** The company's accounts in messengers. */
export function ChannelsPage(): ReactNode {
  return <ChannelList />
}
