import type { ConversationStore } from '@crm-chat/react/conversation'
import { BriefcaseBusiness, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { moveFocus } from '../../ui/moveFocus.ts'
import { useMenu } from '../../ui/useMenu.ts'
import type { Outcome } from '../session/chatsSource.ts'
import type { Chat, Deal } from '../session/conversation.ts'
import { postToHost } from '../session/postToHost.ts'
import { useChatsState, useSession } from '../session/SessionProvider.tsx'

const itemLook = 'flex min-h-9 w-full items-center gap-2 rounded-lg px-2.5 py-1.5 text-left hover:bg-hover'

/**
 * The deals of a chat's contact. Choosing one posts an event to the host page if it subscribed, and otherwise opens the
 * deal in the CRM. A new deal is requested by event and by webhook, each if subscribed.
 */
export function DealsMenu({ chat, conversation }: { chat: Chat; conversation: ConversationStore }) {
  const { fetchDeals, createDeal } = useSession()
  const userId = useChatsState((state) => state.userId)
  const byEvents = useChatsState((state) => state.dealsEvents)
  const byWebhook = useChatsState((state) => state.dealsWebhooks)
  const { isOpen, setIsOpen, area, handleKeyDown } = useMenu()
  const [deals, setDeals] = useState<Outcome<Deal[]> | null>(null)
  const data = { chatType: chat.chatType, chatId: chat.chatId, channelId: chat.lastMessage?.channelId, userId }

  async function load(): Promise<void> {
    setDeals(null)
    setDeals(await fetchDeals(chat))
  }

  function handleOpen(): void {
    setIsOpen(!isOpen)
    if (!isOpen) void load()
  }

  function handleKey(event: KeyboardEvent): void {
    handleKeyDown(event)
    if (isOpen) moveFocus(event, area.current)
  }

  function handleDeal(entity: Deal): void {
    if (byEvents) postToHost({ type: 'WZ_OPEN_ENTITY', data: { ...data, entity } })
    else openPage(entity.link)
    setIsOpen(false)
  }

  function handleNewDeal(): void {
    if (byEvents) postToHost({ type: 'WZ_CREATE_ENTITY', data })
    if (byWebhook) void conversation.attempt(() => createDeal(chat))
    setIsOpen(false)
  }

  return (
    <fieldset ref={area} aria-label="Deals of this contact" className="relative shrink-0" onKeyDown={handleKey}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={handleOpen}
        className="flex h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-[13px] font-medium hover:bg-hover"
      >
        <BriefcaseBusiness aria-hidden="true" className="size-4 text-muted" />
        <span className="max-wide:sr-only">Deals</span>
      </button>
      {isOpen && (
        <div className="scroll-quiet absolute top-10 right-0 z-10 max-h-80 w-64 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-lg">
          <Deals deals={deals} onChoose={handleDeal} onRetry={() => void load()} />
          <button type="button" className={`${itemLook} font-medium text-accent`} onClick={handleNewDeal}>
            <Plus aria-hidden="true" className="size-4" />
            New deal
          </button>
        </div>
      )}
    </fieldset>
  )
}

/** Opens a deal in the CRM, for hosts that did not subscribe to events. */
function openPage(link: string | null): void {
  if (link && /^https?:/i.test(link)) window.open(link, '_blank', 'noopener,noreferrer')
}

interface DealsProps {
  deals: Outcome<Deal[]> | null
  onChoose: (deal: Deal) => void
  onRetry: () => void
}

function Deals({ deals, onChoose, onRetry }: DealsProps) {
  if (!deals) return <p className="px-2.5 py-2 text-[13px] text-muted">Loading…</p>
  if (!deals.ok)
    return (
      <p role="alert" className="px-2.5 py-2 text-[13px] text-alert-ink">
        Can't load deals. {deals.error.message}{' '}
        <button type="button" onClick={onRetry} className="font-semibold underline">
          Try again
        </button>
      </p>
    )
  if (deals.result.length === 0) return <p className="px-2.5 py-2 text-[13px] text-muted">No deals yet.</p>
  return deals.result.map((deal) => (
    <button key={deal.id} type="button" className={itemLook} onClick={() => onChoose(deal)}>
      <span className="min-w-0 grow">
        <span className="block truncate">{deal.name}</span>
        {deal.responsibleUserName && (
          <span className="block truncate text-xs text-muted">{deal.responsibleUserName}</span>
        )}
      </span>
      {deal.closed && <span className="text-xs text-muted">closed</span>}
    </button>
  ))
}
