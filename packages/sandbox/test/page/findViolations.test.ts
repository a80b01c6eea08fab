import { expect, it } from 'vitest'
import { findViolations } from './findViolations.ts'
import { openPage, startChromium } from './openPage.ts'

startChromium()

const html = `<!doctype html><html lang="en"><title>Page</title>
  <style>@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style>
  <main><h1>Page</h1><p>Text</p></main>`

it('finds what is wrong in one of the colour schemes only', async () => {
  const { page } = await openPage('about:blank')
  await page.setContent(html)
  expect(await findViolations(page)).toEqual(['dark, color-contrast: <p>Text</p>'])
})
