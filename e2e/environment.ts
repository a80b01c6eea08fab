import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Browser } from '@playwright/test'

/** Things that decide over the pixels of a screenshot: Chromium's major version, and the widths of texts in its fonts. */
export interface Environment {
  chromium: string
  fonts: Record<string, number>
}

/** An environment, and a folder of screenshots. */
interface Recording {
  environment: Environment
  folder: URL
}

const fileIn = (folder: URL): URL => new URL('environment.json', folder)

/** Returns true where screenshots can be compared with those that are recorded in a folder. */
export function isRecorded({ environment, folder }: Recording): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(readFileSync(fileIn(folder), 'utf8')), environment)
  } catch {
    return false // Nothing has been recorded.
  }
}

/** Records the environment with its screenshots. */
export function recordEnvironment({ environment, folder }: Recording): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileIn(folder), `${JSON.stringify(environment, null, 2)}\n`)
}

/** Measures the environment. */
export async function readEnvironment(browser: Browser): Promise<Environment> {
  const page = await browser.newPage()
  const fonts = await page.evaluate(
    (families) => {
      const canvas = document.createElement('canvas').getContext('2d')
      return families.map((family): [string, number] => {
        if (canvas) canvas.font = `16px ${family}`
        return [
          family,
          Math.round((canvas?.measureText('Hamburgefonstiv 0123456789 Без ответа بدون').width ?? 0) * 100),
        ]
      })
    },
    ['system-ui', 'sans-serif', 'ui-monospace', 'monospace'],
  )
  await page.close()
  return { chromium: browser.version().split('.')[0] ?? '', fonts: Object.fromEntries(fonts) }
}
