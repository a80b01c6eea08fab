import type { ChatError } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { useAdminWords } from './AdminContext.ts'
import { toReason } from './toReason.ts'

interface FailureProps {
  title?: string | undefined
  error: Error | ChatError
  onRetry?: (() => void) | undefined
}

/** A failure with its reason, and a button that tries again. */
export function Failure({ title, error, onRetry }: FailureProps): ReactNode {
  const words = useAdminWords()
  const requestId = 'requestId' in error ? error.requestId : undefined
  return (
    <div role="alert" className="cc-admin-failure">
      {title === undefined ? null : <p className="cc-admin-failure-title">{title}</p>}
      <p>{toReason(error, words)}</p>
      {requestId === undefined ? null : (
        <p className="cc-admin-small">
          {words.requestId} <bdi>{requestId}</bdi>
        </p>
      )}
      {onRetry && (
        <button type="button" onClick={onRetry} className="cc-button cc-admin-button">
          {words.retry}
        </button>
      )}
    </div>
  )
}
