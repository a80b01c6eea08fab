import { useMutation, useQuery } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ControlMessage } from '../../../src/control/messages.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { formatAccount, formatName, messengerNames } from '../../ui/format/formatAccount.ts'
import { MessengerMark } from '../../ui/MessengerMark.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { messagesQueryOptions } from '../control/chatQueries.ts'
import { type Customer, useSendAs } from './customer.ts'
import { PhoneActions } from './PhoneActions.tsx'
import { PhoneComposer, type PhoneFocus } from './PhoneComposer.tsx'
import { PhoneMessage } from './PhoneMessage.tsx'
import { ReplyKeyboard } from './ReplyKeyboard.tsx'

const thumb = '👍'

/** A chat on the customer's side. Opening it marks its messages as read. */
export function PhoneThread({ customer, onBack }: { customer: Customer; onBack: () => void }) {
  const { data: messages = [], error } = useQuery(messagesQueryOptions(customer))
  const [focus, setFocus] = useState<PhoneFocus | null>(null)
  const send = useSendAs(customer)
  const remove = useMutation({
    mutationFn: (messageId: string) => callControl('POST /simulate/remove', { messageId }),
  })
  const react = useMutation({
    mutationFn: ({ messageId, reactions }: ControlMessage) =>
      callControl('POST /simulate/reaction', { messageId, emoji: reactions.includes(thumb) ? null : thumb }),
  })
  useMarkRead(customer, messages)

  function renderActions(message: ControlMessage) {
    const onReact = customer.chatType === 'whatsapp' ? react.mutate : undefined
    return <PhoneActions message={message} onFocus={setFocus} onRemove={remove.mutate} onReact={onReact} />
  }

  return (
    <section
      aria-label={`${formatName(customer)} in ${messengerNames[customer.chatType]}`}
      className="flex min-h-0 grow flex-col"
    >
      <PhoneHeader customer={customer} onBack={onBack} />
      <PhoneLog
        messages={messages}
        onPress={(text, { messageId }) => send.mutate({ text, refMessageId: messageId })}
        renderActions={renderActions}
      />
      <ReplyKeyboard messages={messages} onPress={(text) => send.mutate({ text })} />
      <Problem error={error ?? send.error ?? remove.error ?? react.error} />
      <PhoneComposer key={focus?.message.messageId} focus={focus} onFocus={setFocus} onSend={send.mutate} />
    </section>
  )
}

/** Marks the company's messages as read. */
function useMarkRead({ chatType, chatId }: Customer, messages: ControlMessage[]): void {
  const { mutate: read } = useMutation({ mutationFn: (chat: object) => callControl('POST /simulate/read', chat) })
  const isUnread = messages.some(({ direction, status }) => direction === 'outgoing' && status !== 'read')
  useEffect(() => {
    if (isUnread) read({ chatType, chatId })
  }, [read, isUnread, chatType, chatId])
}

function PhoneHeader({ customer, onBack }: { customer: Customer; onBack: () => void }) {
  return (
    <header className="flex items-center gap-2.5 border-b border-line px-2 py-2">
      <button
        type="button"
        aria-label="Back to the customers"
        onClick={onBack}
        className="grid size-9 place-items-center rounded-full text-muted hover:bg-hover"
      >
        <ChevronLeft aria-hidden="true" className="size-6" />
      </button>
      <span className="relative">
        <Avatar name={customer.name} size="header" />
        <MessengerMark chatType={customer.chatType} />
      </span>
      <div className="min-w-0">
        <h2 className="truncate leading-5 font-semibold">{formatName(customer)}</h2>
        <p className="truncate text-xs text-muted">
          {messengerNames[customer.chatType]} · {formatAccount(customer)}
        </p>
      </div>
    </header>
  )
}

interface PhoneLogProps {
  messages: ControlMessage[]
  /** Called with a button's label and its message. */
  onPress: (text: string, message: ControlMessage) => void
  renderActions: (message: ControlMessage) => ReactNode
}

function PhoneLog({ messages, onPress, renderActions }: PhoneLogProps) {
  const log = useRef<HTMLDivElement>(null)
  const lastId = messages.at(-1)?.messageId
  useEffect(() => {
    const element = log.current
    if (!element || lastId === undefined) return
    element.scrollTop = element.scrollHeight
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0 // Keyboard users must be able to scroll it.
  }, [lastId])
  return (
    <div
      ref={log}
      role="log"
      aria-label="Messages on the phone"
      className="scroll-quiet flex min-h-0 grow flex-col overflow-y-auto bg-canvas px-3 py-3 -outline-offset-2"
    >
      <span className="grow" />
      {messages.length === 0 && <p className="m-auto px-6 text-center text-muted">Write the first message below.</p>}
      {messages.map((message, index) => (
        <PhoneMessage
          key={message.messageId}
          message={message}
          before={messages[index - 1]}
          messages={messages}
          onPress={(text) => onPress(text, message)}
          actions={renderActions(message)}
        />
      ))}
    </div>
  )
}
