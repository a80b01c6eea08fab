import { UserRoundX } from 'lucide-react'
import { Notice } from '../../ui/Notice.tsx'

/** Says that the account in the address is none, and leads to the first. */
export function UnknownAccount({ wanted }: { wanted: string }) {
  return (
    <div className="grow">
      <Notice icon={UserRoundX} title={`There is no account ${wanted.slice(0, 20)}`} role="alert">
        The sandbox may have been started anew without a data file.{' '}
        <a href={location.pathname} className="font-medium text-accent underline">
          Go to the first account
        </a>
      </Notice>
    </div>
  )
}
