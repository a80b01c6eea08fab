import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(new URL('worker.ts', import.meta.url))
const root = fileURLToPath(new URL('.', import.meta.url))

/** Bundles the worker for a runtime without Node's modules. Whatever the proxy loads only when it needs it stays outside. */
export async function createBundle(format: 'es' | 'iife'): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['crm-chat-source', 'workerd', 'worker', 'module', 'default'] },
    plugins: [{ name: 'outside', resolveDynamicImport: (id) => ({ id: String(id), external: true }) }],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: [format], name: 'bundle', fileName: () => 'worker.js' },
      rolldownOptions: { external: /^node:/ },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('There is no bundle.')
  return output.output[0].code
}
