/** Output that comes later. */
export interface HeldOutput {
  write: (text: string) => void
  /** Writes what was held, and lets the rest through as it comes. */
  release: () => void
}

/** Holds output back, so that two runners at work at the same time do not mix their lines. */
export function holdOutput(write: (text: string) => void = (text) => void process.stdout.write(text)): HeldOutput {
  let held: string[] | undefined = []
  return {
    write: (text) => (held ? void held.push(text) : write(text)),
    release() {
      for (const text of held ?? []) write(text)
      held = undefined
    },
  }
}
