import type { ReactNode } from 'react'

/** A speech bubble. */
export function ChatIcon(): ReactNode {
  return (
    <svg aria-hidden="true" width="26" height="26" viewBox="0 0 26 26" fill="none">
      <path
        d="M13 3.5c5.8 0 10 3.9 10 8.9s-4.2 8.9-10 8.9c-1 0-2-.1-2.9-.4-1.6 1-3.4 1.6-5.4 1.7-.5 0-.8-.6-.4-1 .8-.9 1.3-2 1.5-3.1C4.1 16.9 3 14.8 3 12.4c0-5 4.2-8.9 10-8.9Z"
        fill="currentColor"
      />
    </svg>
  )
}
