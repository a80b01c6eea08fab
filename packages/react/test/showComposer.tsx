import { createComposer } from '@crm-chat/core/composer'
import { onTestFinished } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ComposerRig } from '../../core/test/composer/createComposerRig.ts'
import { MessageComposer, type MessageComposerProps } from '../src/composer/MessageComposer.tsx'
import { addStyles } from './showConversation.tsx'

/** Shows a composer in a page, with both stylesheets. */
export async function showComposer(rig: ComposerRig, props: Partial<MessageComposerProps> = {}): Promise<void> {
  const { contact, quote, onSent } = props
  const composer = createComposer(rig.source, { contact, quote, onSent, draftStorage: null })
  onTestFinished(composer.close)
  addStyles()
  await render(<MessageComposer composer={composer} {...props} />)
}

/** The text field. */
export const text = (): Locator => page.getByRole('textbox', { name: 'Message' })

/** The button that sends. */
export const sendButton = (): Locator => page.getByRole('button', { name: 'Send', exact: true })

/** Messages that were sent, by their text. */
export const sentItem = (content: string): Locator =>
  page.getByRole('region', { name: 'Sent messages' }).getByRole('listitem').filter({ hasText: content })
