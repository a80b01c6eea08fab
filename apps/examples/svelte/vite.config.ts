import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [svelte()],
  server: { proxy: { '/chat': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
})
