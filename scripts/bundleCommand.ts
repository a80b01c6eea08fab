import { build } from 'vite'

/** Parameters of {@link bundleCommand}. */
export interface BundleParameters {
  /** Folder of the package. */
  root: string
  /** Source of the command, relative to the package. */
  entry: string
  /** Folder for the bundle, relative to the package. */
  outDir: string
}

/**
 * Puts a command and the source of our packages into one file, for tests that run it as a process: it starts five times as
 * fast as the source, which would be compiled again at each start.
 */
export async function bundleCommand({ root, entry, outDir }: BundleParameters): Promise<void> {
  const conditions = ['crm-chat-source', 'module', 'node', 'development|production']
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: [/^@crm-chat\//], resolve: { conditions } },
    build: { ssr: entry, outDir, emptyOutDir: true, minify: false },
  })
}
