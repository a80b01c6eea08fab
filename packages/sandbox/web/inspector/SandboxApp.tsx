import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { UnknownAccount } from './accounts/UnknownAccount.tsx'
import { useAccount } from './accounts/useAccount.ts'
import { ChatsPanel } from './chats/ChatsPanel.tsx'
import { ClockPanel } from './clock/ClockPanel.tsx'
import { chatsQueryOptions } from './control/chatQueries.ts'
import { DataPanel } from './data/DataPanel.tsx'
import { FaultsPanel } from './faults/FaultsPanel.tsx'
import { useFaultLines } from './faults/useFaultLines.ts'
import { useLive } from './live/useLive.ts'
import { Phone } from './phone/Phone.tsx'
import { useBesidePhone } from './phone/useBesidePhone.ts'
import { QuirksPanel } from './quirks/QuirksPanel.tsx'
import { RequestsPanel } from './requests/RequestsPanel.tsx'
import { ConnectionLost } from './shell/ConnectionLost.tsx'
import { Navigation } from './shell/Navigation.tsx'
import { type PanelId, panels } from './shell/panels.ts'
import { useAddress } from './shell/useAddress.ts'
import { SocketsPanel } from './sockets/SocketsPanel.tsx'
import { WebhooksPanel } from './webhooks/WebhooksPanel.tsx'

/** The inspector. The phone is a panel of its own, and on wide screens stands beside another one as well. */
export function SandboxApp() {
  const { panel } = useAddress()
  const { isShown: isPhoneBeside } = useBesidePhone(panel)
  const account = useAccount()
  const status = useLive(account.status === 'known' ? account.account.accountId : undefined)
  useTitle(panel)
  if (account.status === 'unknown') return <UnknownAccount requested={account.requested} />
  return (
    <div className="flex h-full flex-col wide:flex-row">
      <CountedNavigation panel={panel} />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <ConnectionLost isLost={status === 'lost'} />
        <main className="flex min-h-0 min-w-0 grow">
          {panel !== 'phone' && <CurrentPanel panel={panel} />}
          <aside
            aria-label="Phone"
            className={`min-h-0 border-line bg-canvas ${panel === 'phone' ? 'flex grow' : `hidden ${isPhoneBeside ? besideLook : ''}`}`}
          >
            <Phone />
          </aside>
        </main>
      </div>
    </div>
  )
}

const besideLook = 'desk:flex desk:w-[23.5rem] desk:shrink-0 desk:border-l'

/** The navigation, with the counts of unanswered messages and active faults. */
function CountedNavigation({ panel }: { panel: PanelId }) {
  const chats = useQuery(chatsQueryOptions()).data ?? []
  const { lines = [] } = useFaultLines()
  const unanswered = chats.reduce((sum, chat) => sum + chat.unanswered, 0)
  return <Navigation current={panel} counts={{ chats: unanswered, faults: lines.filter(({ on }) => on).length }} />
}

function CurrentPanel({ panel }: { panel: Exclude<PanelId, 'phone'> }) {
  const Content = contents[panel]
  return <Content />
}

function useTitle(panel: PanelId): void {
  const name = panels.find(({ id }) => id === panel)?.name
  useEffect(() => {
    document.title = `${name} · Sandbox`
  }, [name])
}

const contents: Record<Exclude<PanelId, 'phone'>, () => ReactNode> = {
  chats: ChatsPanel,
  requests: RequestsPanel,
  sockets: SocketsPanel,
  webhooks: WebhooksPanel,
  faults: FaultsPanel,
  quirks: QuirksPanel,
  clock: ClockPanel,
  data: DataPanel,
}
