import { readFileSync } from 'node:fs'

/**
 * Proves that a change of the tests lost no behaviour: `tsx scripts/compareTestTitles.ts <before> <after> <map>`.
 *
 * `before` and `after` are what `vitest list --json` printed in two checkouts. `map` has a line for each title that is
 * gone: the old title, a tab, the title that proves the same now, and a tab and a reason. Titles in it are whole, with
 * their `describe` parts separated by ` > `, or the last part only.
 */
const [beforeFile = '', afterFile = '', mapFile = ''] = process.argv.slice(2)

interface ListedTest {
  name: string
  file: string
}

const before = readTitles(beforeFile)
const after = new Set(readTitles(afterFile).flatMap((title) => [title, toLeaf(title)]))
const successors = readMap(mapFile)

const gone = before.filter((title) => !after.has(title))
const unmapped = gone.filter((title) => findSuccessor(title) === undefined)
const dangling = gone.filter((title) => {
  const successor = findSuccessor(title)
  return successor !== undefined && !after.has(successor)
})

for (const title of unmapped) console.log(`missing: ${title}`)
for (const title of dangling) console.log(`mapped to a test that does not exist: ${title} → ${findSuccessor(title)}`)
console.log(`${before.length} titles before, ${gone.length} gone, ${gone.length - unmapped.length} of them mapped`)
process.exitCode = unmapped.length + dangling.length > 0 ? 1 : 0

function findSuccessor(title: string): string | undefined {
  return successors.get(title) ?? successors.get(toLeaf(title))
}

function toLeaf(title: string): string {
  return title.split(' > ').at(-1) ?? title
}

function readTitles(file: string): string[] {
  const tests: ListedTest[] = JSON.parse(readFileSync(file, 'utf8'))
  return [...new Set(tests.map(({ name }) => name))]
}

function readMap(file: string): Map<string, string> {
  const lines =
    file === ''
      ? []
      : readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
  return new Map(
    lines.map((line): [string, string] => {
      const [old = '', successor = ''] = line.split('\t')
      return [old, successor]
    }),
  )
}
