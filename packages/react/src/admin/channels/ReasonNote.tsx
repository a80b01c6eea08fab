import type { Channel } from '@crm-chat/protocol'
import type { ReactNode } from 'react'
import { useAdminWords } from '../AdminContext.ts'
import { explainChannel } from './describeChannel.ts'

/** The reason why a channel does not work, and what to do. */
export function ReasonNote({ channel }: { channel: Channel }): ReactNode {
  const reason = explainChannel(channel, useAdminWords())
  if (!reason) return null
  return (
    <div className="cc-channel-reason" data-state={channel.state}>
      <p className="cc-admin-strong">{reason.what}</p>
      <p>{reason.todo}</p>
    </div>
  )
}
