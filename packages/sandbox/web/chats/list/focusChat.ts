/** Puts the focus on a chat in the list, or, if it is not on show there, on the list's search. */
export function focusChat(key: string): void {
  const chat = document.querySelector<HTMLElement>(`[data-chat="${CSS.escape(key)}"]`)
  if (chat) chat.focus()
  else focusSearch()
}

/** Puts the focus into the search field, with what is in it marked. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-list] input[type="search"]')
  field?.focus()
  field?.select()
}

/** Whether something is in the list of chats. */
export function isInList(element: Element | null): boolean {
  return element?.closest('[data-list]') != null
}
