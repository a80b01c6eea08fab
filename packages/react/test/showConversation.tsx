import { createConversation } from '@crm-chat/core/conversation'
import { onTestFinished } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ListSource } from '../../core/test/conversation/createListSource.ts'
import { Conversation, type ConversationProps } from '../src/conversation/Conversation.tsx'
import conversationSheet from '../src/conversation.css?inline'
import stylesheet from '../src/styles.css?inline'

/** Shows a conversation in a page of 500 pixels, with both stylesheets. */
export async function show(source: ListSource, props: Partial<ConversationProps> = {}): Promise<void> {
  const conversation = createConversation(source, { draftStorage: null })
  onTestFinished(conversation.close)
  addStyles()
  await render(
    <div style={{ height: '500px' }}>
      <Conversation conversation={conversation} {...props} />
    </div>,
  )
}

/** Adds the stylesheets of the kit to the page, until the test ends. */
export function addStyles(): void {
  const style = document.createElement('style')
  style.textContent = stylesheet + conversationSheet
  document.head.append(style)
  onTestFinished(() => style.remove())
}

/** The list of messages. */
export const log = (): Locator => page.getByRole('log', { name: 'Messages' })

/** One message, by its text. */
export const message = (text: string): Locator => log().getByRole('article').filter({ hasText: text })

/** The text field. */
export const field = (): Locator => page.getByRole('textbox', { name: 'Message' })
