import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageStart } from '../../api/pageStart.ts'

/** The element of `index.html` that data are written into. */
const start = '<script type="application/json" id="page-start">'

/** A link to a script that one page needs. The path of the page is in its `data-page`. */
const pageLink = /<link [^>]*data-page="([^"]*)"[^>]*>/g

/** Reads the built page. @returns a function that writes data into the page of a path */
export function readPage(root: string): (data: PageStart, pathname: string) => string {
  const [before = '', after] = readFileSync(join(root, 'index.html'), 'utf8').split(start)
  if (after === undefined) throw new Error(`The page in ${root} has no ${start}.`)
  return (data, pathname) => {
    const links = after.replace(pageLink, (link, page) => (page === pathname ? link : ''))
    return before + start + toScriptText(data) + links
  }
}

/** JSON in which nothing can end the element. */
function toScriptText(data: PageStart): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
