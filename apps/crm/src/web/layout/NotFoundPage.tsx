import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** An address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  return (
    <div className="grid h-full place-items-center p-6 text-center">
      <title>Not found · Northdesk</title>
      <div>
        <h1 className="text-xl font-semibold">There is nothing here</h1>
        <p className="mt-2 text-soft">
          The address may be old, or mistyped.{' '}
          <Link to="/contacts" className="text-accent underline">
            Go to your contacts
          </Link>
        </p>
      </div>
    </div>
  )
}
