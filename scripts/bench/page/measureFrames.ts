/** Parameters of {@link measureFrames}. */
export interface MeasureFramesParameters {
  /** The area that scrolls. */
  area: Element | null
  frames: number
  /** Pixels of one frame: 90 is a quick flick of a wheel; less than 0 scrolls up. */
  stepPx: number
}

/** Returns the time of the next frame. */
export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Scrolls an area, which loads more at its edge, and returns the time of each frame in ms. */
export async function measureFrames({ area, frames, stepPx }: MeasureFramesParameters): Promise<number[]> {
  if (!area) throw new Error('There is nothing to scroll.')
  const times: number[] = []
  let last = await nextFrame()
  for (let frame = 0; frame < frames; frame += 1) {
    area.scrollTop += stepPx
    if (area.scrollTop <= 0) area.scrollTop = Math.min(area.scrollTop + 1, 1) // The scroll event of the edge.
    const at = await nextFrame()
    times.push(at - last)
    last = at
  }
  return times
}
