import { nextFrame } from '../../../../scripts/bench/page/measureFrames.ts'

declare global {
  interface Window {
    /** Scrolls up for so many frames. Returns the time that each took, in ms. */
    measureFrames: (frames: number) => Promise<number[]>
    /** Goes to a date. Returns the time until its first message was drawn, in ms. */
    measureJump: (date: string) => Promise<number>
  }
}

/** Pixels of one frame: a quick flick of a wheel, up. */
export const stepPx = -90

/** Measures the time until an element is there and has been drawn, in ms. */
export async function measureJump({
  jump,
  isThere,
}: {
  jump: () => void
  isThere: () => Element | null
}): Promise<number> {
  await nextFrame()
  const before = performance.now()
  jump()
  while (!isInView(isThere())) {
    await nextFrame()
    if (performance.now() - before > 20_000) throw new Error('The date does not come.')
  }
  await nextFrame()
  return performance.now() - before
}

function isInView(element: Element | null): boolean {
  const box = element?.getBoundingClientRect()
  return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
}
