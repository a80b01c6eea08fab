import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../packages', import.meta.url))

/** An entry of a published package. */
export interface Entry {
  packageName: string
  /** Its name in an import, e.g. `@crm-chat/proxy/node`. */
  id: string
}

/** Lists the entries of all packages that have types, but for patterns. */
export function readEntries(): Entry[] {
  return readdirSync(packages).flatMap((folder) => {
    const { name, exports } = readManifest(folder)
    const typed = Object.entries(exports).filter(([path, target]) => typeof target !== 'string' && !path.includes('*'))
    return typed.map(([path]) => ({ packageName: name, id: `${name}${path.slice(1)}` }))
  })
}

function readManifest(folder: string): { name: string; exports: Record<string, unknown> } {
  return JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8'))
}
