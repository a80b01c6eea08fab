import { defineConfig } from 'vite'

/** The server in one file. Packages stay outside: ours run from their own build. */
export default defineConfig({
  ssr: { external: true },
  build: {
    ssr: 'src/server/main.ts',
    outDir: 'dist/server',
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: { external: /^@crm-chat\// }, // They may not be built yet.
  },
})
