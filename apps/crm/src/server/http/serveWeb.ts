import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** Serves the built pages: files by name, compressed where the build has made that, and the page for every other address. */
export function serveWeb(root: string): Hono {
  const app = new Hono()
  if (!existsSync(join(root, 'index.html'))) {
    return app.get('*', (context) => context.text('Pages not found. Run the build, or use the dev server.', 404))
  }
  return app
    .use(async (context, next) => {
      await next()
      const isNamedByContent = context.req.path.startsWith('/assets/') && context.res.ok
      context.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .use(serveStatic({ root, precompressed: true }))
    .get('/assets/*', (context) => context.text('File not found.', 404))
    .get('*', serveStatic({ path: join(root, 'index.html') }))
}
