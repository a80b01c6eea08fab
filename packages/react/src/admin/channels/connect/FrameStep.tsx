import type { ReactNode } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'

/** The vendor's window, in which the user logs in. Its link is a credential: it goes to the frame and nowhere else. */
export function FrameStep({ connection: { frame } }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  if (!frame) return null
  return (
    <>
      <p>{words.frameHint}</p>
      <iframe src={frame.url} title={words.frameLabel} referrerPolicy="no-referrer" className="cc-connect-frame" />
    </>
  )
}
