import type { DrawnAttributes } from '../attributes.ts'

/** Attributes of the elements of this entry by tag, for the templates of a framework: see `ChatElementAttributes`. */
export interface ConversationElementAttributes {
  'crm-chat-conversation': DrawnAttributes & {
    /** The chat. JSON: see `Chat`. */
    chat?: string | undefined
    /** Name of the list of messages for assistive technology. */
    label?: string | undefined
  }
  'crm-chat-message-composer': DrawnAttributes & {
    /** Person to write to. JSON: see `ComposerContact`. */
    contact?: string | undefined
    /** Message to quote. JSON: see `ComposerQuote`. */
    quote?: string | undefined
    /** Lets the user write to nobody else. */
    'known-only'?: boolean | '' | undefined
    /** Name of the whole for assistive technology. */
    label?: string | undefined
  }
  'crm-chat-channel-list': DrawnAttributes
}
