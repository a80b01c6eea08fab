import { type AnnouncedBadge, joinAnnouncer } from './announcer.ts'

/** Parameters of {@link attachBadge}. */
export interface AttachBadgeParameters {
  /** The badge as it is drawn. */
  element: Element | null
  /** The client that counts. */
  chat: Pick<AnnouncedBadge, 'endpoint' | 'clock'>
}

/** Has the changes of a badge read out, for as long as it is in the page. Returns a function that ends it. */
export function attachBadge({ element, chat: { endpoint, clock } }: AttachBadgeParameters): () => void {
  if (!element) return () => undefined
  // Imported from a module that windows share, this check would be one more file before the first paint.
  if (!getComputedStyle(element).getPropertyValue('--_line'))
    import('../withoutStyles.ts').then(
      ({ workWithoutStyles }) => workWithoutStyles(element),
      () => undefined,
    )
  return joinAnnouncer({ element, endpoint, clock })
}
