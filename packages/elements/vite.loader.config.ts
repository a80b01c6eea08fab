import { defineConfig } from 'vite'

/** The script-tag build: one file with everything in it, for pages without a bundler. */
export default defineConfig({
  build: {
    target: 'es2023',
    sourcemap: true,
    emptyOutDir: false, // The package's modules are already there.
    lib: { entry: 'src/loader.ts', formats: ['iife'], name: 'crmChat', fileName: () => 'loader.js' },
  },
})
