import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame } from '@playwright/test'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs axe in a frame, without those inside it, and lists what violates WCAG 2.2 A and AA, one rule per line. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource)
  return frame.evaluate(async () => {
    const { axe } = window as unknown as AxeWindow // Defined by the script above.
    const found = await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}

interface AxeWindow {
  axe: {
    run: (
      context: Document,
      options: { iframes: boolean; runOnly: string[] },
    ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
  }
}
