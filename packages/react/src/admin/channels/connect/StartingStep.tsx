import type { ReactNode } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'
import { NewCodeButton } from './NewCodeButton.tsx'

/** The vendor prepares the channel. A code that was shown before the page was loaded again is replaced by the next one. */
export function StartingStep({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const { transport, channel, isLate } = connection
  const isByQr = transport?.way === 'qr'
  const wasShown = isByQr && channel?.reason === 'qr'
  return (
    <>
      <p className="cc-connect-sentence" data-step="starting">
        {isByQr && isLate
          ? words.connectNoCode
          : wasShown
            ? words.connectNextCode
            : isByQr
              ? words.connectStarting
              : words.connectWorking}
      </p>
      {isByQr && <i className="cc-connect-ghost" />}
      {isByQr && (isLate || wasShown) && <NewCodeButton connection={connection} />}
    </>
  )
}
