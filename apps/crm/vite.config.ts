import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const server = process.env.CRM_SERVER_URL || 'http://127.0.0.1:3000'

/**
 * Builds the pages. In development, our packages resolve to their source, and the server's paths are proxied to it with
 * the browser's `Host`.
 */
export default defineConfig(({ command }) => ({
  resolve: { conditions: [...(command === 'serve' ? ['crm-chat-source'] : []), ...defaultClientConditions] },
  plugins: [react(), tailwindcss(), compressAssets()],
  build: {
    outDir: 'dist/web',
    target: ['chrome123', 'firefox121', 'safari17.5'], // First versions with light-dark().
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/(api|chat|livez|readyz)(/|$)': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
}))

/**
 * Few files: a browser asks for six at a time over HTTP/1.1. All that the first script imports is one file, and all that
 * pages share is another one; each page has a third of its own.
 */
const chunks = [
  { name: 'main', tags: ['$initial' as const], priority: 1 },
  { name: 'pages', test: /apps.crm.src|virtual|lucide/, minShareCount: 2 },
]

/** Writes each script and stylesheet compressed beside itself, for the server to send to browsers that take it. */
function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets')
      const names = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const file = join(assets, name)
          await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)))
        }),
      )
    },
  }
}
