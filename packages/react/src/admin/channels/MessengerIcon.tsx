import type { ReactNode } from 'react'

/** The sign of a messenger on its colour. The name stands beside it. */
export function MessengerIcon({ chatType }: { chatType: string | undefined }): ReactNode {
  return (
    <span aria-hidden="true" className="cc-messenger" data-messenger={chatType}>
      <i className="cc-icon cc-messenger-sign" />
    </span>
  )
}
