import axe from 'axe-core'
import { expect, inject, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { findCutText } from '../test/findCutText.ts'
import { listElements } from '../test/listElements.ts'
import { type ShownStates, showStates } from '../test/showStates.tsx'
import { inPage, overlays } from '../test/states.tsx'
import './styles.css'

declare module 'vitest' {
  interface ProvidedContext {
    /** True where the tests may take longer. */
    isDeep: boolean
  }
}

const languages = ['en', 'ru', 'es', 'pt', 'de', 'kk', 'ar']

/** Languages in which axe looks at each state: one from right to left, and one with long words, or all. */
const lookedAt = inject('isDeep') ? languages : ['de', 'ar']

async function say({ setLocale, main }: ShownStates, language: string): Promise<void> {
  await setLocale(language)
  const listOthers = () =>
    listElements(main).filter((each) =>
      each.matches(`[lang]:not([lang|=${language}], .cc-failure-detail), .cc-badge[aria-label='']`),
    )
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

/** Findings of axe in light and in dark colors. */
async function findInBothThemes({ main, setTheme }: ShownStates, language: string): Promise<string[]> {
  const found: string[] = []
  if (!lookedAt.includes(language)) return found
  for (const theme of ['light', 'dark'] as const) {
    setTheme(theme)
    const violations = await findViolations(main)
    found.push(...violations.map((text) => `${language}, ${theme}, ${text}`))
  }
  return found
}

/** Badges whose plus stands before the number. */
function findTornNumbers(main: Element): string[] {
  const badges = listElements(main).filter((each) => each.matches('.cc-badge') && each.textContent === '99+')
  expect(badges.length).toBeGreaterThan(1)
  return badges.flatMap(({ firstChild }) => {
    const leftOf = (index: number): number => {
      const range = document.createRange()
      range.setStart(firstChild ?? main, index)
      range.setEnd(firstChild ?? main, index + 1)
      return range.getBoundingClientRect().left
    }
    return leftOf(2) > leftOf(0) ? [] : ['+99']
  })
}

test.each(kits)(
  '%s: in each state and language, no text is cut off, no number torn apart, and axe finds nothing, in light and dark',
  async (kit) => {
    await page.viewport(1280, 800)
    const shown = await showStates(kit)
    const found: string[] = []
    for (const language of languages) {
      await say(shown, language)
      found.push(...(await findInBothThemes(shown, language)), ...findTornNumbers(shown.main))
      for (const width of [320, 480]) {
        shown.setWidth(width)
        found.push(...findCutText(shown.main).map((text) => `${language}, ${width} px, ${text}`))
      }
    }
    expect(found).toEqual([])
  },
)

test.each(overlays.flatMap((overlay) => kits.map((kit) => ({ kit, overlay, name: overlay.name }))))(
  '$kit, $name: fits a phone and a desk in each language, and axe finds nothing, in light and dark',
  async ({ kit, overlay }) => {
    const shown = await showStates(kit, [overlay])
    const found: string[] = []
    for (const width of [320, 1280]) {
      await page.viewport(width, 800)
      for (const language of languages) {
        await say(shown, language)
        found.push(...findCutText(shown.main).map((text) => `${language}, ${width} px, ${text}`))
        if (width > 320) found.push(...(await findInBothThemes(shown, language)))
      }
    }
    expect(found).toEqual([])
  },
)

test.each(kits)('%s: a drawer stands at the other edge where lines begin at the right', async (kit) => {
  await page.viewport(1280, 800)
  const drawers = overlays.filter(({ name }) => name.startsWith('drawer'))
  const shown = await showStates(kit, drawers)
  const panel = (): DOMRect | undefined =>
    listElements(shown.main)
      .find((each) => each.matches('.cc-panel'))
      ?.getBoundingClientRect()
  await say(shown, 'de')
  await expect.poll(() => panel()?.right).toBe(1280)
  await say(shown, 'ar')
  await expect.poll(() => panel()?.left).toBe(0)
})

test('a window that is offline says so in each language, and the notice fits', async () => {
  await page.viewport(1280, 800)
  const shown = await showStates(
    'react',
    inPage.filter(({ name }) => name === 'window, ready'),
  )
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  dispatchEvent(new Event('offline'))
  const notice = (): HTMLElement | undefined => listElements(shown.main).find((each) => each.matches('.cc-offline'))
  await expect.poll(() => notice()?.textContent).toContain('offline')
  const found: string[] = []
  for (const language of languages) {
    await say(shown, language)
    expect(notice()?.checkVisibility()).toBe(true)
    found.push(...findCutText(shown.main), ...(await findInBothThemes(shown, language)))
  }
  expect(found).toEqual([])
  vi.restoreAllMocks()
  dispatchEvent(new Event('online'))
})
