import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('crm-chat-') } } })],
  server: { proxy: { '/chat': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
})
