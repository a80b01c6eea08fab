import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** Serves the built pages: files by their name, and the one page for every other address. */
export function serveWeb(root: string): Hono {
  const app = new Hono()
  if (!existsSync(join(root, 'index.html'))) {
    return app.get('*', (context) => context.text('The pages are not built: build them, or open the dev server.', 404))
  }
  return app
    .use(async (context, next) => {
      await next()
      const isNamedByContent = context.req.path.startsWith('/assets/') && context.res.ok
      context.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .use(serveStatic({ root }))
    .get('/assets/*', (context) => context.text('There is no such file.', 404))
    .get('*', serveStatic({ path: join(root, 'index.html') }))
}
