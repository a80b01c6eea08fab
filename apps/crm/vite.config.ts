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
  plugins: [react(), tailwindcss(), preloadPages(), compressAssets()],
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
 * Few scripts: a browser asks for six at a time over HTTP/1.1. One for all that every page needs, one for the pages
 * themselves, and one for the chat behind them; a script of its own only for what few people open.
 */
const chunks = [
  { name: 'main', tags: ['$initial' as const], priority: 2 },
  { name: 'pages', test: /everydayPages/, priority: 1 },
  { name: 'chat', test: /packages.(core|protocol).dist.(?!admin|composer|conversation|.*locales)/ },
]

/**
 * Lets the browser load the pages' scripts along with the main one, and not after it. The server leaves out those of other
 * pages.
 */
function preloadPages(): Plugin {
  return {
    name: 'preload-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle)
          .filter(({ type, name }) => type === 'chunk' && Object.hasOwn(preloaded, name ?? ''))
          .map(({ fileName, name = '' }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, ...preloaded[name], href: `/${fileName}` },
            injectTo: 'head',
          })),
    },
  }
}

/** Scripts that are loaded along with the main one: for all pages, or for one. */
const preloaded: Record<string, { 'data-page'?: string }> = { pages: {}, DealsPage: { 'data-page': '/deals' } }

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
