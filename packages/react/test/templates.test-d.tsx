import type { ChatElementAttributes } from '@crm-chat/elements'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Tags = {
  [Tag in keyof ChatElementAttributes]: ChatElementAttributes[Tag] &
    DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Tag]>, HTMLElementTagNameMap[Tag]>
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}

/** Custom elements in JSX, as the README of the elements describes them. */
export const right = (
  <>
    <crm-chat-window chats="[]" locale="ru" theme="dark" className="chat" />
    <crm-chat-drawer opened side="start" ref={(element) => element?.open()} />
    <crm-chat-badge max={9} dot slot="trigger" />
  </>
)

// @ts-expect-error There is no such side.
export const wrongSide = <crm-chat-drawer side="left" />
// @ts-expect-error JSON is a text.
export const wrongChats = <crm-chat-window chats={[]} />
