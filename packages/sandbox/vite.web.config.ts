import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const web = fileURLToPath(new URL('web', import.meta.url))

/** The pages of the sandbox: `web/<page>` is built to `dist/web/<page>`, shared code to `dist/web/assets`. */
export default defineConfig({
  root: web,
  base: '/chat/',
  resolve: { conditions: ['crm-chat-source', ...defaultClientConditions] }, // No build of the kit is needed.
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // The pages' content security policy allows data: for images only.
    rolldownOptions: { input: { chats: `${web}/chats/index.html`, inspector: `${web}/inspector/index.html` } },
  },
})
