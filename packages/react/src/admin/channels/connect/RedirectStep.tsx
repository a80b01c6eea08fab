import type { ReactNode } from 'react'
import type { ChannelConnection } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'

/** The user goes on at the messenger's own page. Its link is not kept: after the page was loaded again there is a new one. */
export function RedirectStep({ connection }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  const { url, pending, begin } = connection
  if (url === undefined)
    return (
      <>
        <p>{words.redirectLost}</p>
        <button
          type="button"
          aria-disabled={pending !== undefined}
          onClick={() => pending ?? begin()}
          className="cc-button cc-admin-button cc-admin-primary"
        >
          {pending ? words.connectWorking : words.redirectRenew}
        </button>
      </>
    )
  return (
    <>
      <p>{words.redirectHint}</p>
      <a href={url} target="_blank" rel="noopener noreferrer" className="cc-button cc-admin-button cc-admin-primary">
        {words.redirectOpen}
      </a>
      <p className="cc-connect-sentence" data-step="redirect">
        {words.redirectWaiting}
      </p>
    </>
  )
}
