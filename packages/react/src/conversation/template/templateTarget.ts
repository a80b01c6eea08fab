import type {
  ConversationChannel,
  ConversationTemplate,
  OutboxContent,
  OutboxPreview,
  Outcome,
} from '@crm-chat/core/conversation'

/** The place that a template is sent to. */
export interface TemplateTarget {
  /** Must keep its identity while it lists the same. */
  fetchTemplates: (() => Promise<Outcome<readonly ConversationTemplate[]>>) | undefined
  /** Channels that reach the recipient or may be named by a template; null where the vendor chooses by itself. */
  channels: readonly ConversationChannel[] | null
  /** Channel to begin with. */
  channelId: string | undefined
  isLive: boolean
  /** Names the field for the value of a button that comes back; undefined where buttons take none. */
  namePayload?: ((button: string) => string) | undefined
  send: (content: OutboxContent, preview: OutboxPreview) => void
}
