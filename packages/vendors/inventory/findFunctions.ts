import type { SourceFile } from './readFolder.ts'

/** A function that an entry exports, as its source and its tests have it. */
export interface DescribedFunction {
  name: string
  /** The route it calls, or what it does, in the words of its own comment. */
  what: string
  /** The vendor's page that its comment names, or how else its behaviour is known; empty for a function of our own. */
  source: string
  /** File below `src`. */
  file: string
  /** Test files below `src` that call it. */
  tests: string[]
}

/** Finds functions by their names in files, and their tests in others. */
export function findFunctions({
  names,
  sources,
  tests,
}: {
  names: string[]
  sources: SourceFile[]
  tests: SourceFile[]
}): DescribedFunction[] {
  return names.flatMap((name) => {
    const declaration = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nexport (?:async )?function ${name}\\b`)
    return sources.flatMap(({ name: file, text }) => {
      const comment = declaration.exec(text)?.[1]
      if (comment === undefined) return []
      const called = tests
        .filter(isTest)
        .filter((test) => tries({ test, name, file }))
        .map((test) => test.name)
      return [{ name, what: toWhat(comment), source: toSource(comment), file, tests: called }]
    })
  })
}

/** Checks that a test calls a function by name, or is the test of its file. */
function tries({ test, name, file }: { test: SourceFile; name: string; file: string }): boolean {
  return test.name === file.replace(/\.ts$/, '.test.ts') || new RegExp(`\\b${name}\\b`).test(test.text)
}

/** Excludes lists of exported names and of types, which call no function. */
function isTest({ name }: SourceFile): boolean {
  return name.endsWith('.test.ts') && !name.endsWith('exports.test.ts')
}

/** Returns the routes in a comment, written `GET /path`, or else its first sentence. */
function toWhat(comment: string): string {
  const words = comment.replace(/\n\s*\*/g, ' ').replace(/\s+/g, ' ')
  const routes = words.match(/`(?:GET|POST|PUT|PATCH|DELETE) [^`]+`/g)
  const [sentence = ''] = words.trim().split(/(?<=\.) |(?= @)/)
  return routes ? [...new Set(routes)].join(', ') : sentence.trim().replace(/\{@link (\w+)\}/g, '`$1`')
}

/** Returns the page after `@see`, without its second mention. */
function toSource(comment: string): string {
  const words = comment.replace(/\n\s*\*/g, ' ').replace(/\s+/g, ' ')
  return / @see (.*?)(?= @|$)/.exec(words)?.[1]?.trim() ?? ''
}
