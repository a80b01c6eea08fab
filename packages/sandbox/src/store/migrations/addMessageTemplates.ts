/** What a message that was made from a template shows besides its words. */
export const addMessageTemplates = `
  ALTER TABLE messages ADD COLUMN template TEXT;
`
