import { UserRoundX } from 'lucide-react'
import { Notice } from '../../ui/Notice.tsx'

/** Explains that the account in the address does not exist, with a link to the default one. */
export function UnknownAccount({ requested }: { requested: string }) {
  return (
    <div className="grow">
      <Notice icon={UserRoundX} title={`Unknown account ${requested.slice(0, 20)}`} role="alert">
        The sandbox may have been restarted without a data file.{' '}
        <a href={location.pathname} className="font-medium text-accent underline">
          Go to the default account
        </a>
      </Notice>
    </div>
  )
}
