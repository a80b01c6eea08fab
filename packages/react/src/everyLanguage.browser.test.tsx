import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { findCutText } from '../test/findCutText.ts'
import { listElements, type ShownStates, showStates } from '../test/states.tsx'
import './styles.css'

const languages = ['en', 'ru', 'es', 'pt', 'de', 'kk', 'ar']

async function say({ setLocale, main }: ShownStates, language: string): Promise<void> {
  await setLocale(language)
  const listOthers = () =>
    listElements(main).filter((each) => each.matches(`[lang]:not([lang|=${language}], .cc-failure-detail)`))
  await expect.poll(() => listOthers().length).toBe(0)
}

/** Findings of axe, as `rule: element`. */
async function findViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    iframes: false, // The vendor's.
    rules: { 'landmark-unique': { enabled: false } }, // No page has so many windows of the same name.
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test.each(['react', 'elements'] as const)(
  '%s: in each state and language, no text is cut off, and axe finds nothing, in light and dark',
  async (kit) => {
    await page.viewport(1280, 800)
    const shown = await showStates(kit)
    const found: string[] = []
    for (const language of languages) {
      await say(shown, language)
      for (const theme of ['light', 'dark'] as const) {
        shown.setTheme(theme)
        const violations = await findViolations(shown.main)
        found.push(...violations.map((text) => `${language}, ${theme}, ${text}`))
      }
      for (const width of [320, 480]) {
        shown.setWidth(width)
        found.push(...findCutText(shown.main).map((text) => `${language}, ${width} px, ${text}`))
      }
    }
    expect(found).toEqual([])
  },
)
