import { BriefcaseBusiness, Plus } from 'lucide-react'
import { useState } from 'react'
import type { WindowChat, WindowDeal } from '../../../src/chats/events.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'
import { tellHost } from './tellHost.ts'

const itemLook = 'flex min-h-9 w-full items-center gap-2 rounded-lg px-2.5 py-1.5 text-left hover:bg-hover'

/** The deals with the person: choosing one, or asking for a new one, is told to the page around this one. */
export function DealsMenu({ chat }: { chat: WindowChat }) {
  const { fetchDeals } = useSession()
  const userId = useChatsState((state) => state.userId)
  const [deals, setDeals] = useState<WindowDeal[] | null>(null)
  const data = { chatType: chat.chatType, chatId: chat.chatId, userId }

  function tell(type: 'WZ_OPEN_ENTITY' | 'WZ_CREATE_ENTITY', entity?: WindowDeal): void {
    tellHost({ type, data: entity ? { ...data, entity } : data })
    setDeals(null)
  }

  return (
    <fieldset
      aria-label="Deals of this person"
      className="relative shrink-0"
      onKeyDown={(event) => event.key === 'Escape' && setDeals(null)}
    >
      <button
        type="button"
        aria-expanded={deals !== null}
        onClick={async () => setDeals(deals ? null : await fetchDeals(chat))}
        className="flex h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-[13px] font-medium hover:bg-hover"
      >
        <BriefcaseBusiness aria-hidden="true" className="size-4 text-muted" />
        <span className="max-wide:sr-only">Deals</span>
      </button>
      {deals && (
        <div className="absolute top-10 right-0 z-10 w-60 rounded-xl border border-line bg-surface p-1.5 shadow-lg">
          {deals.map((deal) => (
            <button key={deal.id} type="button" className={itemLook} onClick={() => tell('WZ_OPEN_ENTITY', deal)}>
              <span className="min-w-0 grow truncate">{deal.name}</span>
              {deal.closed && <span className="text-xs text-muted">closed</span>}
            </button>
          ))}
          <button
            type="button"
            className={`${itemLook} font-medium text-accent`}
            onClick={() => tell('WZ_CREATE_ENTITY')}
          >
            <Plus aria-hidden="true" className="size-4" />
            New deal
          </button>
        </div>
      )}
    </fieldset>
  )
}
