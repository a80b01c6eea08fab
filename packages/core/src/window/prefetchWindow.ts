import type { WindowRequest } from '@crm-chat/protocol'
import { getFramePool } from './createFramePool.ts'
import { isEmptyCard } from './toWindowKey.ts'
import type { WindowClient } from './windowClient.ts'

/** Parameters of {@link prefetchWindow}. */
export interface PrefetchWindowParameters {
  chat: WindowClient
  request: WindowRequest
  /** `link` requests the link, `frame` loads the vendor's page as well, out of sight. @default 'link' */
  load?: 'link' | 'frame' | undefined
}

/**
 * Prepares a window that will probably be opened, e.g. when the pointer rests on a contact. However many callers ask, one link
 * is requested. Failures are silent: the window itself reports them.
 * @example
 * row.addEventListener('pointerenter', () => prefetchWindow({ chat, request: { scope: 'card', chats } }))
 */
export function prefetchWindow({ chat, request, load = 'link' }: PrefetchWindowParameters): void {
  if (!isEmptyCard(request)) getFramePool(chat).get({ request }).prefetch(load)
}
