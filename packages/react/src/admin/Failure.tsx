import type { ChatError } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { useAdminWords } from './AdminContext.ts'

interface FailureProps {
  title?: string | undefined
  error: Pick<ChatError, 'code' | 'requestId'>
  onRetry?: (() => void) | undefined
}

/** A failure with its reason, and a button that tries again. */
export function Failure({ title, error, onRetry }: FailureProps): ReactNode {
  const { errors, failed, retry, requestId } = useAdminWords()
  return (
    <div role="alert" className="cc-admin-failure">
      {title === undefined ? null : <p className="cc-admin-failure-title">{title}</p>}
      <p>{errors[error.code] ?? failed}</p>
      {error.requestId === undefined ? null : (
        <p className="cc-admin-small">
          {requestId} <bdi>{error.requestId}</bdi>
        </p>
      )}
      {onRetry && (
        <button type="button" onClick={onRetry} className="cc-button cc-admin-button">
          {retry}
        </button>
      )}
    </div>
  )
}
