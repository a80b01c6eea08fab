import { conversationStyles, MessageComposer } from '@crm-chat/react/conversation'

/** Rules of a composer, which are those of a conversation. */
export const rules: string = conversationStyles

/** The composer of the React kit. */
export const Composer: typeof MessageComposer = MessageComposer
