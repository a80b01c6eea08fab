const storageKey = 'northdesk-signed-in'

/** Remembers in this browser that somebody is logged in, or has logged out themselves. */
export function noteSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(storageKey, 'true')
  else localStorage.removeItem(storageKey)
}

/** Returns true if somebody was logged in and has not logged out: then their session has ended by itself. */
export function wasSignedIn(): boolean {
  return localStorage.getItem(storageKey) !== null
}

/** Reads from the state of the login page that it was opened because a session has ended. */
export function isSignedOut(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isSignedOut' in state && state.isSignedOut === true
}
