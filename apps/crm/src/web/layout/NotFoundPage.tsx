import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** The page for unknown addresses. */
export function NotFoundPage(): ReactNode {
  return (
    <div className="grid h-full place-items-center p-6 text-center">
      <title>Not found · Northdesk</title>
      <div>
        <h1 className="text-xl font-semibold">Page not found</h1>
        <p className="mt-2 text-soft">
          The link may be outdated or mistyped.{' '}
          <Link to="/contacts" className="text-accent underline">
            Go to your contacts
          </Link>
        </p>
      </div>
    </div>
  )
}
