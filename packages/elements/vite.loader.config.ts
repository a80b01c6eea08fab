import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const { version } = JSON.parse(readFileSync(fileURLToPath(new URL('package.json', import.meta.url)), 'utf8'))
const folder = `loader/${version}`

/**
 * The script-tag build, for pages without a bundler. `loader.js` is the small one that a page names: a plain script, so that it
 * can also stand in the page itself. It is a function, because the names of a plain script are the page's, and a second tag
 * would set them anew. It imports the modules in `loader/<version>/`, which never change: they can be cached for good, and
 * pages that were opened before an update find theirs beside the new ones.
 */
export default defineConfig({
  build: {
    target: 'es2023',
    emptyOutDir: false, // The package's modules are already there.
    modulePreload: false,
    lib: {
      entry: ['src/loader.ts', 'src/page/runPage.ts'],
      formats: ['es'],
      fileName: (_, name) => (name === 'loader' ? 'loader.js' : `${folder}/${name}.js`),
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension', // What others share with an entry is in it: one file less to wait for.
      output: {
        chunkFileNames: `${folder}/[name].js`,
        minify: true,
        banner: wrap('(()=>{'),
        footer: wrap('})()'),
      },
    },
  },
  plugins: [ownEntry(), integrity()],
})

function wrap(text: string): (chunk: { name: string }) => string {
  return ({ name }) => (name === 'loader' ? text : '')
}

/** Leaves the loader's import as it is: as a part of the loader, the page would have to wait for one more file. */
function ownEntry(): Plugin {
  return {
    name: 'own-entry',
    enforce: 'pre',
    resolveId: (id, importer) =>
      importer?.endsWith('/loader.ts') ? { id: `./${folder}/${basename(id, '.ts')}.js`, external: true } : null,
  }
}

/** Writes `integrity.json`: the value of each file, by its path. An import map of a page takes it as it is. */
function integrity(): Plugin {
  return {
    name: 'integrity',
    writeBundle({ dir = '' }, bundle) {
      const values = Object.keys(bundle)
        .toSorted()
        .map((path) => [path, toIntegrity(readFileSync(join(dir, path)))])
      writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`)
      for (const [path, value] of values) this.info(`${value} ${path}`)
    },
  }
}

function toIntegrity(file: Buffer): string {
  return `sha384-${createHash('sha384').update(file).digest('base64')}`
}
