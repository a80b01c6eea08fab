import { readdirSync, readFileSync } from 'node:fs'

/** A control taken out of the code by a patch, and the test that must notice. */
export interface Mutation {
  /** Name of the patch, without its ending. */
  name: string
  control: string
  /** Rows of the page about security that the control belongs to, e.g. `threat 6`. */
  rows: string[]
  /** Test file, from the root of the repository. */
  file: string
  /** The test's title, with the titles of the groups around it; of a parameterized test, its beginning. */
  title: string
  /** The patch, a unified diff. */
  diff: string
}

const directory = new URL('patches/', import.meta.url)

/** Reads the mutations: each is a unified diff below the lines `Control:`, `Rows:` and `Test: <file> › <title>`. */
export function readMutations(): Mutation[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.patch'))
    .sort()
    .map((file) =>
      parse({ name: file.slice(0, -'.patch'.length), text: readFileSync(new URL(file, directory), 'utf8') }),
    )
}

function parse({ name, text }: { name: string; text: string }): Mutation {
  const [head = '', ...hunks] = text.split(/^(?=--- )/m)
  const control = /^Control: (.+)$/m.exec(head)?.[1]
  const rows = /^Rows: (.+)$/m.exec(head)?.[1]?.split(', ')
  const [, file, title] = /^Test: (\S+) › (.+)$/m.exec(head) ?? []
  if (!control || !rows || !file || !title || hunks.length === 0) {
    throw new Error(
      `${name}.patch needs the lines "Control: …", "Rows: threat 6" and "Test: file › title", and a unified diff below them.`,
    )
  }
  return { name, control, rows, file, title, diff: hunks.join('') }
}
