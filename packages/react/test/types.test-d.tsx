import type { ReactNode } from 'react'
import {
  ChatDialog,
  ChatDrawer,
  ChatLauncher,
  ChatPanel,
  ChatPopover,
  ChatProvider,
  ChatWindow,
  type EntityEvent,
  type OpenReason,
  type OverlayHandle,
  UnansweredBadge,
  type WindowHandle,
} from '../src/index.ts'

/** Checked by the compiler, never run: each directive is an error where the line below it is none. */
export function typesOfTheKit(): ReactNode {
  const chats = [{ chatType: 'whatsapp' as const, chatId: '7' }]
  const overlay = { current: null as OverlayHandle | null }
  const window = { current: null as WindowHandle | null }
  const onEntity = (event: EntityEvent): string | undefined =>
    event.type === 'open' ? event.entity.link : event.chatId
  return (
    <ChatProvider
      dir="rtl"
      appearance={{ theme: 'auto', variables: { accent: '#0a7d5a' }, elements: { panel: { padding: 4 } } }}
      classNames={{ panel: 'mine' }}
      onUnanswered={(state) => 'count' in state && state.count.toFixed()}
    >
      <ChatWindow
        ref={window}
        chats={chats}
        onReady={() => undefined}
        onError={({ code }) => code}
        onEntity={onEntity}
      />
      <ChatWindow
        scope="global"
        slots={{
          error: ({ state, retry }) => (
            <button type="button" onClick={retry}>
              {state.code}
            </button>
          ),
        }}
      />
      <ChatPanel
        ref={window}
        chats={chats}
        onClose={() => undefined}
        slots={{ actions: 'Call', empty: () => 'None' }}
      />
      <ChatPopover ref={overlay} slots={{ trigger: (props) => <button {...props}>Chats</button> }} />
      <ChatPopover chats={chats} open onOpenChange={(open: boolean, reason: OpenReason) => [open, reason]} />
      <ChatDrawer ref={overlay} side="start" modal defaultOpen chats={chats} />
      <ChatDialog ref={overlay} chats={chats} label="Ann" dir="ltr" />
      <ChatLauncher ref={overlay} placement="bottom-start" onEvent={({ type }) => type} />
      <UnansweredBadge onUnanswered={({ status }) => status} classNames={{ badge: 'mine' }} />
      {/* @ts-expect-error a launcher has all chats */}
      <ChatLauncher chats={chats} />
      {/* @ts-expect-error a window of all chats has no list of them */}
      <ChatWindow scope="global" chats={chats} />
      {/* @ts-expect-error a card has chats */}
      <ChatDrawer scope="card" />
      {/* @ts-expect-error a drawer is at one of two edges */}
      <ChatDrawer side="left" />
      {/* @ts-expect-error a dialog is always modal */}
      <ChatDialog modal={false} />
      {/* @ts-expect-error a window is not closed */}
      <ChatWindow onClose={() => undefined} />
      {/* @ts-expect-error a window has no handle of an overlay */}
      <ChatWindow ref={overlay} />
      {/* @ts-expect-error an overlay has no handle of a window */}
      <ChatDialog ref={window} />
      {/* @ts-expect-error there is no such part */}
      <ChatPanel classNames={{ header: 'mine' }} />
      {/* @ts-expect-error there is no such variable */}
      <ChatPanel appearance={{ variables: { primary: 'red' } }} />
      {/* @ts-expect-error there is no such theme */}
      <ChatPanel appearance={{ theme: 'system' }} />
      {/* @ts-expect-error there is no such slot in a window */}
      <ChatWindow slots={{ trigger: 'x' }} />
      {/* @ts-expect-error there is no such reason */}
      <ChatDialog onOpenChange={(_, reason) => reason === 'blur'} />
      {/* @ts-expect-error an error has a code, not a number */}
      <ChatWindow onError={({ status }) => status === 503} />
    </ChatProvider>
  )
}
