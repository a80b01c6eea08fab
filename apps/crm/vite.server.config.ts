import { defineConfig } from 'vite'

/** Bundles the server into one file. Packages stay external; ours run from their own builds. */
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
