import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Packages with a bench, and the arguments of `tsx` that run it. */
const benches: Record<string, { name: string; command: string[] }> = {
  sandbox: {
    name: 'crm-chat-sandbox',
    command: ['--conditions=crm-chat-source', 'packages/sandbox/bench/run.ts'],
  },
  // Without that condition: the built package is measured.
  proxy: { name: '@crm-chat/proxy', command: ['packages/proxy/bench/run.ts'] },
  kit: { name: '@crm-chat/react', command: ['packages/react/bench/run.ts'] },
  crm: { name: '@crm-chat/crm', command: ['apps/crm/bench/run.ts'] },
}

const [first, ...others] = process.argv.slice(2)
const isNamed = first !== undefined && !first.startsWith('-')
const wanted = isNamed ? [first] : Object.keys(benches)
const options = isNamed ? others : process.argv.slice(2)

for (const name of wanted) {
  const bench = benches[name]
  if (!bench) throw new Error(`There is no bench "${name}": name one of ${Object.keys(benches).join(', ')}.`)
  const succeeds = run(['--filter', bench.name, 'build']) && run(['exec', 'tsx', ...bench.command, ...options])
  if (!succeeds) process.exitCode = 1
}

function run(parameters: string[]): boolean {
  return spawnSync('pnpm', parameters, { cwd: root, stdio: 'inherit' }).status === 0
}
