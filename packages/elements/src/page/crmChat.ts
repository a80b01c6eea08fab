import type { ChatLocale } from '@crm-chat/core'
import type { Chat } from '@crm-chat/protocol'
import type { ChatElementEvents } from '../events.ts'

/** Parameters of {@link CrmChat.open}. */
export interface CrmChatOpenParameters extends CrmChatTarget {
  /** Chat to open first. */
  activeChat?: Chat | undefined
}

/** The element that a call is for. */
export interface CrmChatTarget {
  /** Its selector. @default the page's first launcher, popover, drawer or dialog */
  element?: string | undefined
}

/** Name of an event without `crm-chat-`, e.g. `unanswered`. */
export type CrmChatEventName = keyof ChatElementEvents extends `crm-chat-${infer Name}` ? Name : never

/** Value that comes with an event. */
export type CrmChatEventDetail<Name extends CrmChatEventName> =
  ChatElementEvents[`crm-chat-${Name}`] extends CustomEvent<infer Detail> ? Detail : never

/**
 * `window.crmChat` of a page with the script tag. Calls are kept in order until the elements have come; each promise rejects
 * with a {@link CrmChatError} where its call has no effect.
 * @example
 * await window.crmChat.open({ activeChat: { chatType: 'whatsapp', chatId: '79998887766' } })
 */
export interface CrmChat {
  /** Resolves once the elements work. */
  ready: () => Promise<void>
  open: (parameters?: CrmChatOpenParameters) => Promise<void>
  close: (target?: CrmChatTarget) => Promise<void>
  toggle: (target?: CrmChatTarget) => Promise<void>
  /** Changes the language of all elements but those with a `locale` of their own. */
  setLocale: (locale: ChatLocale) => Promise<void>
  /** Listens to an event of all elements of the page. Resolves to a function that ends it. */
  on: <Name extends CrmChatEventName>(
    name: Name,
    listener: (detail: CrmChatEventDetail<Name>) => void,
  ) => Promise<() => void>
}

/** Name of a call. */
export type CrmChatCallName = keyof CrmChat

/**
 * Reason why a call had no effect. `not_loaded`: the script did not come; a later call tries again. `no_element`: the page has
 * nothing that opens. `unknown_event`: there is no event of this name.
 */
export interface CrmChatError extends Error {
  name: 'CrmChatError'
  code: 'not_loaded' | 'no_element' | 'unknown_event'
}

declare global {
  interface Window {
    /** Calls for pages that use the script tag. */
    crmChat?: CrmChat
  }
}
