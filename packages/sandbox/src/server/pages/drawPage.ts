import { html, raw } from 'hono/html'
import { pageStyle } from './pageStyle.ts'

/** A piece of a page, its values escaped. */
export type Html = ReturnType<typeof html>

/** Parts of a page for a company's customer. */
interface PageParts {
  title: string
  body: Html
  /** The problem with the last step, in plain words. */
  problem?: string | undefined
  /** Version of the content: the page updates itself when it changes. */
  version?: string
}

/** Draws a page for people who are not developers: one card, one question. With a `version` it runs {@link followScript}. */
export function drawPage({ title, body, problem, version }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
</head>
<body data-version="${version ?? ''}">
<main aria-live="polite">
<h1>${title}</h1>
${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
${body}
</main>
<footer>This is the sandbox: no real account is touched.</footer>
${version === undefined ? '' : html`<script src="/connect/follow.js"></script>`}
</body>
</html>`
}

/**
 * The script of pages for customers: it fetches the page once a second, and replaces the content when its version has
 * changed. While the version is the same it changes nothing, so no input is lost.
 */
export const followScript = `
async function follow() {
  try {
    const response = await fetch(location.pathname)
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (next.body.dataset.version !== document.body.dataset.version) {
      document.querySelector('main').replaceWith(next.querySelector('main'))
      document.body.dataset.version = next.body.dataset.version ?? ''
      document.title = next.title
    }
  } catch {} // The sandbox may be restarting.
  setTimeout(follow, 1000)
}
setTimeout(follow, 1000)
`
