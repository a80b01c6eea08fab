/** Parameters of {@link watchBlocked}. */
export interface WatchBlockedParameters {
  origin: string
  /** Directives of the page's Content-Security-Policy. `default-src` is reported under the name that it stands for. */
  directives: string[]
  onBlocked: () => void
  /** Ends the watch. */
  signal: AbortSignal
}

/** Calls back when the page's own policy forbids something of an origin. */
export function watchBlocked({ origin, directives, onBlocked, signal }: WatchBlockedParameters): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ disposition, effectiveDirective, blockedURI }) => {
      if (disposition !== 'enforce' || !blockedURI.startsWith(origin)) return
      if ([...directives, 'default-src'].includes(effectiveDirective)) onBlocked()
    },
    { signal },
  )
}
