import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumLaunchOptions } from './scripts/chromium.ts'

const conditions = ['crm-chat-source', 'module', 'browser', 'development|production']
const serverConditions = ['crm-chat-source', 'module', 'node', 'development|production']

const propertySeed = fileURLToPath(new URL('scripts/propertySeed.ts', import.meta.url))

/** Deadlines for what comes within milliseconds, on a machine that is busy with something else. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

/** Tests that run in Node. */
function node(name: string, root: string, include = ['{src,test}/**/*.test.ts']): TestProjectInlineConfiguration {
  return {
    resolve: { conditions: serverConditions },
    ssr: { resolve: { conditions: serverConditions } },
    test: {
      name,
      root,
      environment: 'node',
      include,
      setupFiles: [propertySeed],
      ...patience,
    },
  }
}

/** Tests that run in a real Chromium, against a server that speaks the protocol. */
function browser(name: string, root: string, options: { extends?: string } = {}): TestProjectInlineConfiguration {
  return {
    ...options,
    resolve: { conditions },
    test: {
      name,
      root,
      globalSetup: [chatServer],
      include: ['src/**/*.browser.test.{ts,tsx}'],
      ...patience,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunchOptions() }),
        instances: [{ browser: 'chromium' }],
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
    exclude: ['**/*.browser.test.*', '**/node_modules/**', '**/dist/**'],
  },
})

/** Runs a file's `setup` once, before any test of the project. */
function withSetup(project: TestProjectInlineConfiguration, file: string): TestProjectInlineConfiguration {
  const globalSetup = [fileURLToPath(new URL(file, import.meta.url))]
  return { ...project, test: { ...project.test, globalSetup } }
}

export default defineConfig({
  test: {
    projects: [
      node('protocol', 'packages/protocol'),
      withoutBrowserTests(node('core', 'packages/core')),
      browser('core (browser)', 'packages/core'),
      withoutBrowserTests(node('react', 'packages/react')),
      browser('react (browser)', 'packages/react', { extends: './packages/react/vite.config.ts' }), // For its stylesheet.
      withoutBrowserTests(node('elements', 'packages/elements')),
      browser('elements (browser)', 'packages/elements'),
      node('vendors', 'packages/vendors'),
      node('proxy', 'packages/proxy'),
      withSetup(node('sandbox', 'packages/sandbox'), 'packages/sandbox/test/page/buildPage.ts'),
      node('crm', 'apps/crm'),
      node('workspace', 'scripts', ['*.test.ts']),
    ],
  },
})
