import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Files of the script-tag build by their path, each with its content. */
export async function buildLoader(): Promise<Map<string, string>> {
  const outDir = await mkdtemp(join(tmpdir(), 'crm-chat-loader-'))
  try {
    const root = fileURLToPath(new URL('..', import.meta.url))
    await build({
      root,
      configFile: join(root, 'vite.loader.config.ts'),
      logLevel: 'error',
      resolve: { conditions: ['crm-chat-source', 'module', 'browser', 'production'] },
      build: { outDir },
    })
    const found = await readdir(outDir, { recursive: true, withFileTypes: true })
    const names = found.filter((each) => each.isFile()).map(({ name, parentPath }) => join(parentPath, name))
    const files = names.map(async (name) => [name.slice(outDir.length + 1), await readFile(name, 'utf8')] as const)
    return new Map(await Promise.all(files))
  } finally {
    await rm(outDir, { recursive: true })
  }
}
