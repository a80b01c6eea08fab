import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { findCutText } from '../test/findCutText.ts'
import { listElements, overlays, type ShownStates, showStates } from '../test/states.tsx'
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

const kits = ['react', 'elements'] as const

test.each(kits)(
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

test.each(overlays.flatMap(({ name }) => kits.map((kit) => [kit, name] as const)))(
  '%s, %s: fits a phone and a desk in each language, and axe finds nothing, in light and dark',
  async (kit, name) => {
    const shown = await showStates(
      kit,
      overlays.filter((overlay) => overlay.name === name),
    )
    const found: string[] = []
    for (const [size, width] of [
      ['phone', 320],
      ['desk', 1280],
    ] as const) {
      await page.viewport(width, 800)
      for (const language of languages) {
        await say(shown, language)
        found.push(...findCutText(shown.main).map((text) => `${language}, ${size}, ${text}`))
        if (size === 'phone') continue
        for (const theme of ['light', 'dark'] as const) {
          shown.setTheme(theme)
          const violations = await findViolations(shown.main)
          found.push(...violations.map((text) => `${language}, ${theme}, ${text}`))
        }
      }
    }
    expect(found).toEqual([])
  },
)

test.each(kits)('%s: a launcher and a drawer stand on the other side where lines begin at the right', async (kit) => {
  await page.viewport(1280, 800)
  const shown = await showStates(
    kit,
    overlays.filter(({ name }) => name.startsWith('drawer')),
  )
  const panel = (): DOMRect | undefined =>
    listElements(shown.main)
      .find((each) => each.matches('.cc-panel'))
      ?.getBoundingClientRect()
  await say(shown, 'de')
  await expect.poll(() => panel()?.right).toBe(1280)
  await say(shown, 'ar')
  await expect.poll(() => panel()?.left).toBe(0)
})
