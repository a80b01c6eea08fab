import { fileURLToPath } from 'node:url'
import { defineBrowserProvider } from '@vitest/browser'
import type { BrowserProvider, BrowserProviderOption, TestProject } from 'vitest/node'
import type { DrivenBrowser } from './drivenBrowser.ts'
import { clickAt, hoverAt, pressKeys, releaseKeys } from './inputCommands.ts'

declare module 'vitest/node' {
  interface BrowserCommandContext {
    /** The browser of a driven provider. */
    driven: DrivenBrowser
  }
}

const commands = {
  __vitest_click: clickAt,
  __vitest_hover: hoverAt,
  __vitest_keyboard: pressKeys,
  __vitest_cleanup: releaseKeys,
}

/**
 * A Vitest provider for a browser that Playwright does not drive. It knows the input that our tests use: click, hover and
 * keys; any other is an error.
 */
export function drivenProvider(open: () => Promise<DrivenBrowser>): BrowserProviderOption {
  return defineBrowserProvider({
    name: 'driven',
    supportedBrowser: ['firefox', 'webkit'],
    options: {},
    providerFactory: (project) => createProvider({ project, open }),
  })
}

interface CommandServer {
  registerCommand: (name: string, command: unknown) => void
}

function createProvider({
  project,
  open,
}: {
  project: TestProject
  open: () => Promise<DrivenBrowser>
}): BrowserProvider {
  const server = project.browser as unknown as CommandServer // Vitest gives its own commands no types.
  for (const [name, command] of Object.entries(commands)) server.registerCommand(name, command)
  let opened: Promise<DrivenBrowser> | undefined
  let driven: DrivenBrowser | undefined
  return {
    name: 'driven',
    supportsParallelism: false, // One tab has the focus.
    initScripts: [fileURLToPath(new URL('page/locators.ts', import.meta.url))],
    getCommandsContext: () => ({ driven }),
    openPage: async (_session, url) => {
      opened ??= open()
      driven = await opened
      await driven.open(url)
    },
    close: async () => void (await (await opened)?.close()),
  }
}
