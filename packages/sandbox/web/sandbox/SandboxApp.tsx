import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ChatsPanel } from './chats/ChatsPanel.tsx'
import { ClockPanel } from './clock/ClockPanel.tsx'
import { chatsQueryOptions } from './control/chatQueries.ts'
import { useLive } from './control/useLive.ts'
import { DataPanel } from './data/DataPanel.tsx'
import { FaultsPanel } from './faults/FaultsPanel.tsx'
import { faultsQueryOptions } from './faults/faultQueries.ts'
import { Phone } from './phone/Phone.tsx'
import { QuirksPanel } from './quirks/QuirksPanel.tsx'
import { RequestsPanel } from './requests/RequestsPanel.tsx'
import { Navigation } from './shell/Navigation.tsx'
import type { PanelId } from './shell/panels.ts'
import { usePanel } from './shell/usePanel.ts'
import { SocketsPanel } from './sockets/SocketsPanel.tsx'
import { WebhooksPanel } from './webhooks/WebhooksPanel.tsx'

/** The inspector, and the phone: beside every panel where there is room, else a panel of its own. */
export function SandboxApp() {
  const panel = usePanel()
  const status = useLive()
  const chats = useQuery(chatsQueryOptions()).data ?? []
  const unanswered = chats.reduce((sum, chat) => sum + chat.unanswered, 0)
  const faults = useQuery(faultsQueryOptions()).data?.faults.length ?? 0
  return (
    <div className="flex h-full flex-col wide:flex-row">
      <Navigation current={panel} counts={{ chats: unanswered, faults }} isLost={status === 'lost'} />
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
  )
}

function CurrentPanel({ panel }: { panel: PanelId }) {
  const Content = contents[panel]
  return <Content />
}

const contents: Record<PanelId, () => ReactNode> = {
  chats: ChatsPanel,
  phone: ChatsPanel, // Where there is room for both, the phone needs company.
  requests: RequestsPanel,
  sockets: SocketsPanel,
  webhooks: WebhooksPanel,
  faults: FaultsPanel,
  quirks: QuirksPanel,
  clock: ClockPanel,
  data: DataPanel,
}
