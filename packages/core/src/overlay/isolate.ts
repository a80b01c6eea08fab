import { onPage } from '../look/onPage.ts'

/**
 * Makes everything but a panel inert, as a modal dialog does, but for the frames that lie over their containers: they are as inert
 * as those. For browsers without `moveBefore`; only those load this code. Returns a function that restores it all.
 */
export function isolate(panel: HTMLElement): () => void {
  /** Elements that are inert because of panels, each with the number of these. */
  const counts = onPage('isolated', () => new Map<HTMLElement, number>())
  const count = (element: HTMLElement): number => counts.get(element) ?? 0
  const changed = listOthers(panel).filter((each) => (count(each) > 0 || !each.inert) && !('ccLayer' in each.dataset))
  for (const each of changed) {
    counts.set(each, count(each) + 1)
    each.inert = true
  }
  return () => {
    for (const each of changed) {
      counts.set(each, count(each) - 1)
      if (count(each) > 0) continue
      counts.delete(each)
      each.inert = false
    }
  }
}

/** Lists what is beside an element and beside all around it, out of shadow roots. */
function listOthers(element: Element): HTMLElement[] {
  const parent = element.parentNode
  if (!parent || element === document.body) return []
  const others = [...parent.children].filter(
    (each): each is HTMLElement => each !== element && each instanceof HTMLElement,
  )
  const outer = parent instanceof ShadowRoot ? parent.host : parent
  return outer instanceof Element ? [...others, ...listOthers(outer)] : others
}
