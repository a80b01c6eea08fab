import { availableParallelism } from 'node:os'
import { type Copy, createCopy } from './mutations/createCopy.ts'
import { type Mutation, readMutations } from './mutations/readMutations.ts'
import { runTests } from './mutations/runTests.ts'
import { ensureRedis } from './redis.ts'

/**
 * Takes each control out of the code by its patch and runs the test that must fail then. `pnpm test:mutations [name …]`
 * runs those whose names contain one of the words. Fails for a control that nobody would miss, for a patch that no longer
 * applies, and for a test that does not exist or does not pass without the patch.
 */
const words = process.argv.slice(2)
const mutations = readMutations().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))

process.env.REDIS_SERVER = ensureRedis() // For the tests, which run in copies of the project.
const copies = Array.from({ length: Math.min(availableParallelism(), mutations.length) }, createCopy)
try {
  const problems = [...(await checkTests()), ...(await checkControls())]
  for (const problem of problems) console.error(`\n${problem}`)
  console.log(
    `\n${mutations.length - problems.length} of ${mutations.length} controls are missed by their test when gone`,
  )
  process.exitCode = problems.length === 0 && mutations.length > 0 ? 0 : 1
} finally {
  for (const copy of copies) copy.remove()
}

/** Checks that the tests pass while every control is there. */
async function checkTests(): Promise<string[]> {
  const files = [...new Set(mutations.map(({ file }) => file))]
  const [copy] = copies
  if (!copy) return ['There is no patch of this name.']
  const outcomes = await runTests({ directory: copy.directory, files })
  return mutations.flatMap(({ name, file, title }) => {
    const own = outcomes.filter((outcome) => outcome.title.startsWith(title))
    if (own.length === 0) return [`${name}: no test "${title}" ran in ${file}`]
    return own.every(({ passed }) => passed) ? [] : [`${name}: "${title}" fails without the patch`]
  })
}

/** Takes one control after another away, in as many copies as the machine has cores. */
async function checkControls(): Promise<string[]> {
  const waiting = [...mutations]
  const problems: string[] = []
  async function work(copy: Copy): Promise<void> {
    for (let mutation = waiting.shift(); mutation; mutation = waiting.shift()) {
      const problem = await checkControl({ copy, mutation })
      console.log(`${problem ? 'SURVIVED' : 'noticed '} ${mutation.name}: ${mutation.control}`)
      if (problem) problems.push(problem)
    }
  }
  await Promise.all(copies.map(work))
  return problems
}

async function checkControl({ copy, mutation }: { copy: Copy; mutation: Mutation }): Promise<string | undefined> {
  const { name, file, title, diff } = mutation
  try {
    copy.apply(diff)
  } catch {
    return `${name}: the patch no longer applies`
  }
  const outcomes = await runTwice({ directory: copy.directory, files: [file], title }).finally(() => copy.revert(diff))
  if (outcomes.length === 0) return `${name}: the tests of ${file} did not run to their end`
  const isNoticed = outcomes.some((outcome) => outcome.title.startsWith(title) && !outcome.passed)
  return isNoticed ? undefined : `${name}: "${title}" still passes without "${mutation.control}"`
}

/** A run that breaks down on a busy machine says nothing, and is tried once more, with all tests of its file. */
async function runTwice(run: Parameters<typeof runTests>[0]): ReturnType<typeof runTests> {
  const outcomes = await runTests(run)
  return outcomes.length > 0 ? outcomes : await runTests({ directory: run.directory, files: run.files })
}
