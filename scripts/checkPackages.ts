import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const stylesheets = ['styles.css', 'conversation.css', 'admin.css', 'look.css']

/** Packs every published package and checks the exports, types and files that a user would install. */
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-pack-'))
const failures = readdirSync('packages').flatMap(check)
rmSync(folder, { recursive: true, force: true })
if (failures.length > 0) {
  console.error(failures.join('\n\n'))
  process.exit(1)
}

function check(name: string): string[] {
  const tarball = join(folder, `${name}.tgz`)
  const steps = [
    ['pnpm', ['--dir', join('packages', name), 'pack', '--out', tarball]],
    ['publint', ['run', tarball, '--strict']],
    ['attw', [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...stylesheets]],
  ] as const
  for (const [command, args] of steps) {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
    if (status !== 0) return [`${name}: ${command} ${args.join(' ')}\n${stdout}${stderr}`]
  }
  console.log(`${name}: ok`)
  return []
}
