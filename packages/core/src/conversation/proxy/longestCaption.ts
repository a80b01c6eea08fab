/** Longest text with a file, in characters: that of WhatsApp. */
export const longestCaption = 1_024
