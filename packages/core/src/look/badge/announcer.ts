import type { Clock } from '../../clock.ts'
import { onPage } from '../onPage.ts'

/** Parameters of {@link joinAnnouncer}. */
export interface AnnouncedBadge {
  /** A badge with its phrase as `aria-label`. */
  element: Element
  /** Path or URL of the proxy that the number comes from. Of badges with the same one, the first speaks. */
  endpoint: string
  clock: Clock
}

/**
 * Reads out the changes of a badge, in the one live region of the page: neither the first number nor what was there when the
 * badge came, and a phrase that comes back within a moment is no change. The region goes with the last badge.
 */
export function joinAnnouncer(badge: AnnouncedBadge): () => void {
  const { members, region, said } = onPage('announcer', createAnnouncer)
  const { endpoint } = badge
  const read = (name: string): string | null => badge.element.getAttribute(name)
  const isKnown = (): boolean => read('data-status') !== 'unknown'
  /** Phrase of which people know, undefined until there is one. */
  let known = isKnown() ? read('aria-label') : undefined
  let language = read('lang')
  let cancel = (): void => undefined
  const findFirst = (): AnnouncedBadge | undefined => [...members].find((member) => member.endpoint === endpoint)
  const observer = new MutationObserver(() => {
    if (known === undefined && isKnown() && read('data-status') !== 'error') known = read('aria-label')
    if (isKnown() && read('lang') !== language) {
      language = read('lang')
      known = read('aria-label') // The same in another language.
    }
    cancel()
    cancel = badge.clock.after(settleMs, () => {
      const phrase = read('aria-label')
      if (phrase === known || (known === undefined && !isKnown())) return
      known = phrase
      if (badge !== findFirst() || said.get(endpoint) === phrase) return
      said.set(endpoint, phrase)
      region.lang = language ?? ''
      region.textContent = phrase
    })
  })
  observer.observe(badge.element, { attributeFilter: ['aria-label'] })
  members.add(badge)
  if (!region.isConnected) document.body.append(region)
  return () => {
    cancel()
    observer.disconnect()
    members.delete(badge)
    if (!findFirst()) said.delete(endpoint)
    if (members.size > 0) return
    region.textContent = ''
    region.remove()
  }
}

/** A line that is cut and at once restored is not worth a word, and of several numbers in a row only the last is. */
const settleMs = 500

interface Announcer {
  members: Set<AnnouncedBadge>
  region: HTMLElement
  /** Phrase that was last said of each endpoint: whoever is first after another one does not say it again. */
  said: Map<string, string | null>
}

function createAnnouncer(): Announcer {
  const region = document.createElement('div')
  region.setAttribute('aria-live', 'polite')
  region.setAttribute('aria-atomic', 'true')
  // Important, so that no rule of the host shows it.
  region.style.cssText =
    'all:initial!important;position:fixed!important;width:1px!important;height:1px!important;overflow:hidden!important;clip-path:inset(50%)!important'
  return { members: new Set(), region, said: new Map() }
}
