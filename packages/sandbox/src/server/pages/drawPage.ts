import { html, raw } from 'hono/html'
import { pageStyle } from './pageStyle.ts'

/** A piece of a page, its values escaped. */
export type Html = ReturnType<typeof html>

/** Parts of a page for a company's customer. */
export interface PageParts {
  title: string
  body: Html
  /** The problem with the last step, in plain words. */
  problem?: string | undefined
  /** Version of what the page shows: the page reloads when it changes. */
  version?: string
}

/** Draws a page that people see who are no developers: one card, one question. It runs one script, if it follows. */
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
