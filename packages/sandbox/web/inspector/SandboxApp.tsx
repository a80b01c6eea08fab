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
import { QuirksPanel } from './quirks/QuirksPanel.tsx'
import { RequestsPanel } from './requests/RequestsPanel.tsx'
import { ConnectionLost } from './shell/ConnectionLost.tsx'
import { Navigation } from './shell/Navigation.tsx'
import { type PanelId, panels } from './shell/panels.ts'
import { useAddress } from './shell/useAddress.ts'
import { SocketsPanel } from './sockets/SocketsPanel.tsx'
import { WebhooksPanel } from './webhooks/WebhooksPanel.tsx'

/** The inspector with the phone. On narrow screens the phone is a panel of its own. */
export function SandboxApp() {
  const { panel } = useAddress()
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
          <div className={`flex min-h-0 min-w-0 grow ${panel === 'phone' ? 'max-desk:hidden' : ''}`}>
            <CurrentPanel panel={panel} />
          </div>
          <aside
            aria-label="Phone"
            className={`min-h-0 border-line bg-canvas desk:flex desk:w-[23.5rem] desk:shrink-0 desk:border-l ${panel === 'phone' ? 'flex grow' : 'hidden'}`}
          >
            <Phone />
          </aside>
        </main>
      </div>
    </div>
  )
}

/** The navigation, with the counts of unanswered messages and active faults. */
function CountedNavigation({ panel }: { panel: PanelId }) {
  const chats = useQuery(chatsQueryOptions()).data ?? []
  const { lines = [] } = useFaultLines()
  const unanswered = chats.reduce((sum, chat) => sum + chat.unanswered, 0)
  return <Navigation current={panel} counts={{ chats: unanswered, faults: lines.filter(({ on }) => on).length }} />
}

function CurrentPanel({ panel }: { panel: PanelId }) {
  const Content = contents[panel]
  return <Content />
}

function useTitle(panel: PanelId): void {
  const name = panels.find(({ id }) => id === panel)?.name
  useEffect(() => {
    document.title = `${name} · Sandbox`
  }, [name])
}

const contents: Record<PanelId, () => ReactNode> = {
  chats: ChatsPanel,
  phone: ChatsPanel, // On wide screens the phone is shown beside this panel.
  requests: RequestsPanel,
  sockets: SocketsPanel,
  webhooks: WebhooksPanel,
  faults: FaultsPanel,
  quirks: QuirksPanel,
  clock: ClockPanel,
  data: DataPanel,
}
