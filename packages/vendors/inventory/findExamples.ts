import type { Example } from './example.ts'

/** An example, and its place. */
export interface FoundExample extends Omit<Example, 'payload'> {
  /** The name of its constant. */
  name: string
  /** The fixture's file below `src`. */
  file: string
}

const fixtures: Record<string, () => Promise<Record<string, unknown>>> = {
  'wazzup-v2/fixtures/examples.ts': () => import('../src/wazzup-v2/fixtures/examples.ts'),
  'wazzup-v2/fixtures/webhooks.ts': () => import('../src/wazzup-v2/fixtures/webhooks.ts'),
  'wazzup-v3/fixtures/examples.ts': () => import('../src/wazzup-v3/fixtures/examples.ts'),
  'wazzup-tech/fixtures/channels.ts': () => import('../src/wazzup-tech/fixtures/channels.ts'),
  'wazzup-tech/fixtures/messages.ts': () => import('../src/wazzup-tech/fixtures/messages.ts'),
  'whatomate/fixtures/messages.ts': () => import('../src/whatomate/fixtures/messages.ts'),
}

/** Every example of the vendors' documents that the fixtures hold. */
export async function findExamples(): Promise<FoundExample[]> {
  const files = await Promise.all(
    Object.entries(fixtures).map(async ([file, load]) => ({ file, module: await load() })),
  )
  return files.flatMap(({ file, module }) =>
    inOrder(module).flatMap(([name, value]) => {
      if (!isExample(value)) return []
      const { document, section, repairs } = value
      return [{ name, file, document, section, repairs }]
    }),
  )
}

/** Sorts by name: the order of a module's names depends on its loader. */
function inOrder(module: Record<string, unknown>): [string, unknown][] {
  return Object.entries(module).sort(([a], [b]) => (a < b ? -1 : 1))
}

function isExample(value: unknown): value is Example {
  return typeof value === 'object' && value !== null && 'section' in value && 'repairs' in value && 'payload' in value
}
