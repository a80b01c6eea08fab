import { defineConfig } from 'vite'

/**
 * The script-tag build, for pages without a bundler: one file, and those that it imports when they are needed, from beside it.
 * A plain script tag runs no file with `import` or `export` at its top, so the first file shares no module with the others. It
 * is a function: the names of a plain script are the page's, and a second tag would set them anew.
 */
export default defineConfig({
  build: {
    target: 'es2023',
    sourcemap: true,
    emptyOutDir: false, // The package's modules are already there.
    modulePreload: false,
    lib: { entry: 'src/loader.ts', formats: ['es'], fileName: () => 'loader.js' },
    rolldownOptions: {
      output: { chunkFileNames: 'loader/[name].js', minify: true, banner: wrap('(()=>{'), footer: wrap('})()') },
    },
  },
})

function wrap(text: string): (chunk: { isEntry: boolean }) => string {
  return ({ isEntry }) => (isEntry ? text : '')
}
