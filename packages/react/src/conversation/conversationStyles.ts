import sheet from '../conversation.css?inline'

/** The stylesheet of a conversation as a text, for shadow roots. */
export const conversationStyles: string = sheet
