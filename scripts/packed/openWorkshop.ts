import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packPackages } from './packPackages.ts'
import { startRegistry } from './startRegistry.ts'

/** A place for projects whose npm takes our packages from this repository, and all others from its usual registry. */
export interface Workshop {
  /** A new empty folder outside of the repository. */
  folder: string
  /** Environment of a person's terminal. */
  env: NodeJS.ProcessEnv
  close: () => Promise<void>
}

/** Returns the reason why nothing can be installed here; undefined where it can. */
export function findObstacle(): string | undefined {
  try {
    execFileSync('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=10000'], { stdio: 'pipe' })
    return undefined
  } catch {
    return 'the npm registry cannot be reached'
  }
}

/** Packs the packages, which have to be built, and opens a workshop with them. What npm downloads is kept for the next time. */
export async function openWorkshop(): Promise<Workshop> {
  const base = mkdtempSync(join(tmpdir(), 'crm-chat-workshop-'))
  const [folder, tarballs] = ['projects', 'tarballs'].map((name) => join(base, name)) as [string, string]
  for (const each of [folder, tarballs]) mkdirSync(each)
  const upstream = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()
  const registry = await startRegistry({ packages: await packPackages(tarballs), upstream })
  return {
    folder,
    env: toEnv({ registryUrl: registry.url, base }),
    async close() {
      await registry.close()
      rmSync(base, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Variables of the tests and of `pnpm`. Those for certificates and proxies stay. */
const foreign = /^(npm_(?!config_(.*proxy|cafile|ca)$)|pnpm_|NODE_(ENV|OPTIONS|PATH)$|VITE|TEST|PORT$|SANDBOX_PORT$)/i

/** Leaves out what `pnpm` tells the processes that it starts: a person's terminal has none of it. */
function toEnv({ registryUrl, base }: { registryUrl: string; base: string }): NodeJS.ProcessEnv {
  const cache = resolve('node_modules/.cache/npm')
  rmSync(join(cache, '_npx'), { recursive: true, force: true }) // It has packages of the same version, from before a change.
  const settings = join(base, 'npmrc')
  const lines = [
    `registry=${registryUrl}`,
    `cache=${cache}`,
    'replace-registry-host=never',
    'prefer-offline=true',
    'audit=false',
    'fund=false',
    'update-notifier=false',
  ]
  writeFileSync(settings, `${lines.join('\n')}\n`)
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return {
    ...Object.fromEntries(own),
    NPM_CONFIG_USERCONFIG: settings,
    NEXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
    NO_COLOR: '1',
  }
}
