import type { ReactNode } from 'react'

/** The bar at the top of the CRM, with something beside the link to all chats. */
export function Navigation({ children }: { children?: ReactNode }): ReactNode {
  return (
    <header className="bar">
      <span className="mark">Lumen CRM</span>
      <nav aria-label="Main" style={{ display: 'contents' }}>
        <a href="#contacts">Contacts</a>
        <a href="#deals" aria-current="page">
          Deals
        </a>
        <a href="#chats">Chats {children}</a>
      </nav>
      <span className="me" role="img" aria-label="Ann Reyes">
        AR
      </span>
    </header>
  )
}
