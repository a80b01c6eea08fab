const prefix = 'northdesk-draft '

/** The key of a draft in the storage of the tab. */
export function draftKey(name: string): string {
  return prefix + name
}

/** Forgets all drafts: the next user of the tab must not see them. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}
