import type { Browser, Page } from '@playwright/test'

/** Settings of a run, and what it runs on. */
export interface Bench {
  rounds: number
  isQuick: boolean
  browser: Browser
  crmUrl: string
  /** Script that measures a page from within. */
  measureScript: string
}

/** Opens a page of the CRM as its administrator, who sees everything. */
export async function openCrm({ browser, crmUrl, measureScript }: Bench, path: string): Promise<Page> {
  const page = await openPage({ browser, measureScript })
  const response = await page.request.post(`${crmUrl}/api/login`, {
    data: { userId: 'erin' },
    headers: { origin: crmUrl, 'sec-fetch-site': 'same-origin' },
  })
  if (!response.ok()) throw new Error(`The CRM answered the login with ${response.status()}.`)
  await page.goto(`${crmUrl}${path}`)
  return page
}

/** Opens a page with this content alone, at the CRM's address. */
export async function openBare({ browser, crmUrl, measureScript }: Bench, html: string): Promise<Page> {
  const page = await openPage({ browser, measureScript })
  const url = `${crmUrl}/bare`
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${html}` }))
  await page.goto(url)
  return page
}

async function openPage({ browser, measureScript }: Pick<Bench, 'browser' | 'measureScript'>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.addInitScript({ content: measureScript })
  return page
}

/** A page of 200 rows in an area that scrolls, and a field above it. */
export const bareList = `<title>Bare list</title><style>main { height: 700px; overflow-y: auto } p { height: 44px; margin: 0 }</style>
<input type="search" aria-label="Search"><main>${Array.from({ length: 200 }, (_, index) => `<p>Row ${index}</p>`).join('')}</main>`
