/** Reasons why the proxy offers nothing for an item of the inventory: `<api>.<export>`, or `<api>.<table>` for all of it. */
export const unneeded: Record<string, string> = {
  'wazzup-v2.fetchWebhooks': 'Setting an address replaces whatever was there.',
  'wazzup-v2.fetchUser': '`listUsers` reads all of them.',
  'wazzup-v2.replaceUsers': 'Deletes whoever is not named; `saveUsers` and `deleteUsers` change one user at a time.',
  'wazzup-v2.fetchContact': '`listContacts` reads all of them.',
  'wazzup-v2.fetchDeal': '`listDeals` reads all of them.',
  'whatomate.markMessageRead': 'Every server seen so far responds with 501; `readConversation` marks the conversation.',
}
