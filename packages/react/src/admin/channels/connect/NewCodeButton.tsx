import type { ReactNode } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'

/** Starts the channel anew, which brings another QR code. */
export function NewCodeButton({ connection: { pending, begin } }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  return (
    <button
      type="button"
      aria-disabled={pending !== undefined}
      onClick={() => pending ?? begin()}
      className="cc-button cc-admin-button"
    >
      {pending === 'begin' ? words.connectWorking : words.connectNewCode}
    </button>
  )
}
