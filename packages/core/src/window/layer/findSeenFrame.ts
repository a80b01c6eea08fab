/** Finds the frame that is seen: another one may be loading beside it, and while nothing has come or all has failed, there is none. */
export function findSeenFrame(layer: HTMLElement): HTMLIFrameElement | undefined {
  return [...layer.querySelectorAll('iframe')].find(({ style }) => style.visibility === '')
}
