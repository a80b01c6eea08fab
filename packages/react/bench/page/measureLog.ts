declare global {
  interface Window {
    /** Scrolls up for so many frames. Returns the time that each took, in ms. */
    measureFrames: (frames: number) => Promise<number[]>
    /** Goes to a date. Returns the time until its first message was drawn, in ms. */
    measureJump: (date: string) => Promise<number>
  }
}

/** Returns the time of the next frame. */
const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Pixels of one frame: a quick flick of a wheel. */
const stepPx = 90

/** Scrolls up in an area, which loads what is above, and returns the time of each frame in ms. */
export async function measureFrames({ selector, frames }: { selector: string; frames: number }): Promise<number[]> {
  const area = document.querySelector(selector)
  if (!area) throw new Error('There are no messages.')
  const times: number[] = []
  let last = await nextFrame()
  for (let frame = 0; frame < frames; frame += 1) {
    area.scrollTop -= stepPx
    if (area.scrollTop <= 0) area.scrollTop = Math.min(area.scrollTop + 1, 1) // The scroll event of the edge.
    const at = await nextFrame()
    times.push(at - last)
    last = at
  }
  return times
}

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
