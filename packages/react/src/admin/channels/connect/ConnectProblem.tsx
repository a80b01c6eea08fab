import type { ReactNode } from 'react'
import type { ChannelConnection, ConnectFailure } from '../../../query/useConnectChannel.ts'
import { useAdminWords } from '../../AdminContext.ts'

/** Explains why the last request of the user failed. One that may have gone through is never called a failure. */
export function ConnectProblem({ connection: { failure } }: { connection: ChannelConnection }): ReactNode {
  const words = useAdminWords()
  if (!failure) return null
  const { action, error } = failure
  const { requestId } = error
  return (
    <div role="alert" className="cc-admin-failure">
      <p>{toSentence(failure)}</p>
      {requestId === undefined ? null : (
        <p className="cc-admin-small">
          {words.requestId} <bdi>{requestId}</bdi>
        </p>
      )}
    </div>
  )

  function toSentence({ error: { code } }: ConnectFailure): string {
    if (code === 'outcome_unknown' || (code === 'network' && action === 'begin')) return words.connectUnconfirmed
    if (code === 'upstream_refused' || code === 'invalid_request')
      return { begin: words.connectRefused, pair: words.pairRefused, verify: words.passwordRefused }[action]
    return words.errors[code] ?? words.failed
  }
}
