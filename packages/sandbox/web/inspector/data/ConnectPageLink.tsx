import { ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Transport } from '../../../src/store/transports.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { toControlUrl } from '../control/callControl.ts'

interface ConnectPageLinkProps {
  /** A channel, or the messenger of a new one. */
  query: { channelId: string } | { transport: Transport }
  children: ReactNode
}

/** A link to the vendor's page that connects a channel. It opens at once, in a new tab, and says so. */
export function ConnectPageLink({ query, children }: ConnectPageLinkProps) {
  return (
    <LinkButton
      href={toControlUrl(`/connect-page?${new URLSearchParams(query)}`)}
      target="_blank"
      rel="noopener"
      title="Opens in a new tab"
    >
      {children}
      <ArrowUpRight aria-hidden="true" className="size-3.5" />
      <span className="sr-only">(opens in a new tab)</span>
    </LinkButton>
  )
}
