import type { Link } from './createLink.ts'
import { execute } from './execute.ts'

/** Texts of this process that Redis must not forget: they are written again whenever it comes back. */
export interface Backup {
  /** Notes the text of a key, in place of an older one. */
  note: (key: string, text: string) => void
  drop: (key: string) => void
}

/** Texts that are kept; the oldest ones are forgotten first. */
const maxTexts = 5_000

/** Keys in one call. */
const perCall = 250

/** Makes a {@link Backup}. A key that somebody else has written meanwhile is left alone. */
export function createBackup({ link, keepMs }: { link: Link; keepMs: number }): Backup {
  const texts = new Map<string, string>()

  function drop(key: string): void {
    texts.delete(key)
  }

  async function restore(): Promise<void> {
    const all = [...texts]
    for (let first = 0; first < all.length; first += perCall) {
      await link.run((client) => {
        const pipeline = client.pipeline()
        for (const [key, text] of all.slice(first, first + perCall)) pipeline.set(key, text, 'PX', keepMs, 'NX')
        return execute(pipeline)
      })
    }
  }

  /** Always: a replica that takes over, or a snapshot, may lack the last writes only, and nothing shows that. */
  link.onBack(() => void restore().catch(() => {})) // The next time then.

  return {
    drop,
    note: (key, text) => {
      drop(key) // To be the latest.
      texts.set(key, text)
      const [first] = texts.keys()
      if (texts.size > maxTexts && first !== undefined) drop(first)
    },
  }
}
