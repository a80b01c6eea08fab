/** Focuses a chat in the list, or the search field if the chat is not shown. */
export function focusChat(key: string): void {
  const chat = document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(key)}"]`)
  if (chat) chat.focus()
  else focusSearch()
}

/** Focuses the search field and selects its text. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-list] input[type="search"]')
  field?.focus()
  field?.select()
}

/** Returns true if an element is inside the list of chats. */
export function isInList(element: Element | null): boolean {
  return element?.closest('[data-list]') != null
}
