import type { ChatWindowError, UnansweredState } from '@crm-chat/core'
import type { EntityEvent, FrameMessage } from '@crm-chat/protocol'
import { expectTypeOf } from 'vitest'
import type {
  ChatElementAttributes,
  ChatElementEvents,
  CrmChat,
  CrmChatDrawerElement,
  CrmChatEventDetail,
  OpenChange,
} from './index.ts'

const element = document.createElement('crm-chat-drawer')
expectTypeOf(element).toEqualTypeOf<CrmChatDrawerElement>()
expectTypeOf(document.querySelector('crm-chat-panel')?.retry).toEqualTypeOf<(() => void) | undefined>()
expectTypeOf(element.opened).toEqualTypeOf<boolean>()

// Events of elements, of the document and of the window.
element.addEventListener('crm-chat-open-change', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<OpenChange>())
document.addEventListener('crm-chat-error', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<ChatWindowError>())
window.addEventListener('crm-chat-entity', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<EntityEvent>())
element.addEventListener('crm-chat-unanswered', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<UnansweredState>())
element.addEventListener('crm-chat-event', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<FrameMessage>())
element.addEventListener('crm-chat-ready', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<null>())
// @ts-expect-error There is no such event.
const _unknown: ChatElementEvents['crm-chat-opened'] | undefined = undefined

// Calls of the script tag.
expectTypeOf(window.crmChat).toEqualTypeOf<CrmChat | undefined>()
expectTypeOf<CrmChatEventDetail<'open-change'>>().toEqualTypeOf<OpenChange>()
window.crmChat?.on('unanswered', (state) => expectTypeOf(state).toEqualTypeOf<UnansweredState>())
// @ts-expect-error The names have no `crm-chat-` here.
window.crmChat?.on('crm-chat-ready', () => undefined)
// @ts-expect-error A chat has an id.
window.crmChat?.open({ activeChat: { chatType: 'whatsapp' } })

// Attributes, as a template of JSX takes them.
type Elements = { [Tag in keyof ChatElementAttributes]: ChatElementAttributes[Tag] & { id?: string } }
expectTypeOf<keyof Elements>().toEqualTypeOf<keyof HTMLElementTagNameMap & `crm-chat-${string}`>()
expectTypeOf<{ opened: true; side: 'start' }>().toExtend<Elements['crm-chat-drawer']>()
expectTypeOf<{ side: 'left' }>().not.toExtend<Elements['crm-chat-drawer']>()
expectTypeOf<{ chats: object[] }>().not.toExtend<Elements['crm-chat-window']>()
expectTypeOf<{ placement: 'bottom-start' }>().toExtend<Elements['crm-chat-launcher']>()
