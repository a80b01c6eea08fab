import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

const peers = ['http-proxy-3', 'httpxy', '@fastify/http-proxy', 'fastify', 'socket.io', 'socket.io-client', 'ws']

/** Reads the versions that were compared, and the machine's own. */
export function readVersions(): Record<string, string> {
  const all = cpus()
  return {
    node: process.version,
    processor: `${all.length} × ${all[0]?.model ?? 'unknown'}`,
    ...Object.fromEntries(peers.map((name) => [name, versionOf(name)])),
  }
}

/** Read from the file, as most packages do not export it. */
function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  )
  return manifest.version
}
