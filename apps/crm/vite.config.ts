import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const server = process.env.CRM_SERVER_URL || 'http://127.0.0.1:3000'

/**
 * Builds the pages. In development, our packages resolve to their source, and the server's paths are proxied to it with
 * the browser's `Host`.
 */
export default defineConfig(({ command }) => ({
  resolve: { conditions: [...(command === 'serve' ? ['crm-chat-source'] : []), ...defaultClientConditions] },
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist/web',
    target: ['chrome123', 'firefox121', 'safari17.5'], // First versions with light-dark().
    sourcemap: true,
    emptyOutDir: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/(api|chat|livez|readyz)(/|$)': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
}))
