import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageStart } from '../../api/pageStart.ts'

/** The element of `index.html` that data are written into. */
const start = '<script type="application/json" id="page-start">'

/** Reads the built page. @returns a function that writes data into it */
export function readPage(root: string): (data: PageStart) => string {
  const [before = '', after] = readFileSync(join(root, 'index.html'), 'utf8').split(start)
  if (after === undefined) throw new Error(`The page in ${root} has no ${start}.`)
  return (data) => before + start + toScriptText(data) + after
}

/** JSON in which nothing can end the element. */
function toScriptText(data: PageStart): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
