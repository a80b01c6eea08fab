import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A copy of the repository in which a patch can be applied without touching the original. */
export interface Copy {
  directory: string
  /** @throws when the patch does not apply. */
  apply: (diff: string) => void
  revert: (diff: string) => void
  remove: () => void
}

/** Makes a {@link Copy} of the working tree. It shares the installed packages. */
export function createCopy(): Copy {
  const directory = mkdtempSync(join(tmpdir(), 'crm-chat-mutation-'))
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of files.toString().split('\0').filter(Boolean)) {
    if (!existsSync(join(root, file))) continue
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    cpSync(join(root, file), join(directory, file))
  }
  linkModules(directory)
  const patch = (options: string[], input: string): void => {
    execFileSync('git', ['apply', '-C1', ...options, '-'], { cwd: directory, input, stdio: ['pipe', 'pipe', 'pipe'] })
  }
  return {
    directory,
    apply: (diff) => patch([], diff),
    revert: (diff) => patch(['--reverse'], diff),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** The packages of the workspace link to each other by relative paths, so their links are copied. */
function linkModules(directory: string): void {
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  const packages = execFileSync('git', ['ls-files', '*/package.json'], { cwd: root, encoding: 'utf8' })
  for (const file of packages.split('\n').filter(Boolean)) {
    const modules = join(dirname(file), 'node_modules')
    if (!existsSync(join(root, modules))) continue
    cpSync(join(root, modules), join(directory, modules), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.includes('/.vite') && !path.includes('/.cache'),
    })
  }
}
