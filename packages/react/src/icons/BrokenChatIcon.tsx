import type { ReactNode } from 'react'

/** A speech bubble that asks for attention. */
export function BrokenChatIcon(): ReactNode {
  return (
    <svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24" fill="none">
      <path
        d="M12 4c4.7 0 8.25 3.2 8.25 7.25S16.7 18.5 12 18.5c-.8 0-1.6-.1-2.3-.3A8.6 8.6 0 0 1 5.4 19.7c.7-.8 1.1-1.7 1.2-2.6-1.8-1.3-2.85-3.4-2.85-5.85C3.75 7.2 7.3 4 12 4Z"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path d="M12 8v3.75M12 14.5v.01" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}
