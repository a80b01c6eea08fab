import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Published packages that a browser loads. */
const browserPackages = ['protocol', 'core', 'react', 'elements']

/** Packs the built packages and unpacks them into `node_modules` of a folder, as a user's package manager would. */
export function unpackPackages(folder: string, names: string[] = browserPackages): void {
  for (const name of names) {
    const source = resolve('packages', name)
    const target = join(folder, 'node_modules/@crm-chat', name)
    mkdirSync(target, { recursive: true })
    execFileSync('pnpm', ['--dir', source, 'pack', '--out', join(folder, `${name}.tgz`)], { stdio: 'pipe' })
    execFileSync('tar', ['-xzf', join(folder, `${name}.tgz`), '--strip-components=1', '-C', target])
  }
  const socket = resolve('packages/core/node_modules/socket.io-client')
  symlinkSync(socket, join(folder, 'node_modules/socket.io-client'))
}
