import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { testedBrowser } from './scripts/browsers/testedBrowser.ts'
import { secondTries } from './scripts/secondTries.ts'

const conditions = ['crm-chat-source', 'module', 'browser', 'development|production']
const serverConditions = ['crm-chat-source', 'module', 'node', 'development|production']

/** Lets what a `globalSetup` imports be the source, so that no test needs a build. */
const globalSetupFromSource = { __vitest__: { resolve: { conditions: serverConditions } } }

const propertySeed = fileURLToPath(new URL('scripts/propertySeed.ts', import.meta.url))

/** Deadlines for what comes within milliseconds, on a machine that is busy with something else. */
const patience = {
  testTimeout: 120_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 45_000 } },
  retry: secondTries(),
}

/**
 * Test files of a package share processes, and so its modules, which take longer to load than most files to run. No file
 * may leave a trace there: with `VITEST_ISOLATE=1`, each has a process of its own and must have the same result.
 */
const isolate = process.env.VITEST_ISOLATE === '1'

/** Files that only `pnpm test:deep` runs, because they take long. */
const left = process.env.TEST_DEEP === '1' ? [] : ['**/*.deep.test.ts']

/** Tests that run in Node. */
function node(name: string, root: string, include = ['{src,test}/**/*.test.ts']): TestProjectInlineConfiguration {
  return {
    resolve: { conditions: serverConditions },
    ssr: { resolve: { conditions: serverConditions } },
    environments: globalSetupFromSource,
    test: {
      name,
      root,
      environment: 'node',
      include,
      exclude: [...configDefaults.exclude, ...left],
      isolate,
      setupFiles: [propertySeed],
      ...patience,
    },
  }
}

/** Tests that run in a real browser, against a server that speaks the protocol. */
function browser(name: string, root: string, options: { extends?: string } = {}): TestProjectInlineConfiguration {
  return {
    ...options,
    resolve: { conditions },
    optimizeDeps: { exclude: ['@vitest/browser'] }, // Our locators import it.
    environments: globalSetupFromSource,
    test: {
      name,
      root,
      globalSetup: [chatServer],
      provide: { isDeep: process.env.TEST_DEEP === '1' },
      include: ['src/**/*.browser.test.{ts,tsx}'],
      ...patience,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        ...testedBrowser(),
      },
    },
  }
}

const chatServer = fileURLToPath(new URL('packages/core/test/chatServer/setup.ts', import.meta.url))

const withoutBrowserTests = (project: TestProjectInlineConfiguration): TestProjectInlineConfiguration => ({
  ...project,
  test: {
    ...project.test,
    globalSetup: [chatServer],
    exclude: [...configDefaults.exclude, ...left, '**/*.browser.test.*'],
  },
})

/** Gives tests of pages more time: a loaded machine takes longer for a page than for a request. */
const patient = (project: TestProjectInlineConfiguration): TestProjectInlineConfiguration => ({
  ...project,
  test: { ...project.test, testTimeout: 120_000, hookTimeout: 120_000 },
})

/** Builds the sandbox's pages. */
const pages = 'packages/sandbox/test/page/buildPage.ts'

/** Finds a Redis for the tests that need one. */
const redis = 'scripts/redisSetup.ts'

/** Runs the `setup` of files once, before any test of the project. */
function withSetup(project: TestProjectInlineConfiguration, ...files: string[]): TestProjectInlineConfiguration {
  const globalSetup = files.map((file) => fileURLToPath(new URL(file, import.meta.url)))
  return { ...project, test: { ...project.test, globalSetup } }
}

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      node('protocol', 'packages/protocol'),
      withoutBrowserTests(node('core', 'packages/core')),
      browser('core (browser)', 'packages/core'),
      withoutBrowserTests(node('react', 'packages/react')),
      browser('react (browser)', 'packages/react', { extends: './packages/react/vite.config.ts' }), // For its stylesheet.
      withoutBrowserTests(node('elements', 'packages/elements')),
      browser('elements (browser)', 'packages/elements'),
      node('vendors', 'packages/vendors'),
      withSetup(node('proxy', 'packages/proxy'), redis),
      withSetup(
        node('sandbox', 'packages/sandbox', ['{src,web}/**/*.test.ts', 'test/!(page)/**/*.test.ts', 'test/*.test.ts']),
        pages,
        'packages/sandbox/test/bundleCli.ts',
      ),
      patient(withSetup(node('sandbox pages', 'packages/sandbox', ['test/page/*.test.ts']), pages)),
      withSetup(node('cli', 'packages/cli'), 'packages/cli/test/bundleCli.ts', redis),
      withSetup(node('crm', 'apps/crm'), 'apps/crm/test/bundleServer.ts', redis),
      node('model', 'e2e', ['{model,query}/*.test.ts']),
      withSetup(node('workspace', 'scripts', ['*.test.ts']), redis),
    ],
  },
})
