import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

const web = fileURLToPath(new URL('web', import.meta.url))

/** The pages of the sandbox: `web/<page>` is built to `dist/web/<page>`, shared code to `dist/web/assets`. */
export default defineConfig({
  root: web,
  base: '/chat/',
  resolve: { conditions: ['crm-chat-source', ...defaultClientConditions] }, // No build of the kit is needed.
  plugins: [react(), tailwindcss(), reloadOnBuild()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // The pages' content security policy allows data: for images only.
    rolldownOptions: { input: { chats: `${web}/chats/index.html`, inspector: `${web}/inspector/index.html` } },
  },
})

/** Lets the pages of `vite build --watch` load again once they are built. */
function reloadOnBuild(): Plugin {
  let isWatching = false
  return {
    name: 'reload-on-build',
    configResolved: ({ build }) => {
      isWatching = build.watch !== null
    },
    transformIndexHtml: () =>
      isWatching ? [{ tag: 'script', attrs: { src: '/chat/reload.js', async: true }, injectTo: 'head' }] : [],
    generateBundle() {
      if (!isWatching) return
      this.emitFile({ type: 'asset', fileName: 'built.txt', source: String(Date.now()) })
      this.emitFile({ type: 'asset', fileName: 'reload.js', source: reloadScript })
    },
  }
}

const reloadScript = `const read = async () => {
  const response = await fetch('/chat/built.txt', { cache: 'no-store' }).catch(() => undefined)
  return response?.ok ? response.text() : undefined
}
let shown
setInterval(async () => {
  const built = await read()
  shown ??= built
  if (built && built !== shown) location.reload()
}, 1_000)
`
