import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import type { PageStart } from '../../api/pageStart.ts'
import { readPage } from './readPage.ts'

/** Options of {@link serveWeb}. */
export interface WebOptions {
  /** Folder of the built pages. */
  root: string
  /** Reads the data that a page begins with. */
  readStart: (request: Request) => Promise<PageStart>
}

/**
 * Serves the built pages: files by name, compressed where the build has made that, and the page for every other address. The
 * page names its user, so nothing may keep it.
 */
export function serveWeb({ root, readStart }: WebOptions): Hono {
  const app = new Hono()
  if (!existsSync(join(root, 'index.html'))) {
    return app.get('*', (context) => context.text('Pages not found. Run the build, or use the dev server.', 404))
  }
  const writePage = readPage(root)
  const respondWithPage = async (context: Context) =>
    context.html(writePage(await readStart(context.req.raw), context.req.path), 200, { 'cache-control': 'no-store' })
  return app
    .use(async (context, next) => {
      await next()
      if (context.res.headers.has('cache-control')) return
      const isNamedByContent = context.req.path.startsWith('/assets/') && context.res.ok
      context.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .get('/', compress(), respondWithPage)
    .get('/index.html', compress(), respondWithPage)
    .use(serveStatic({ root, precompressed: true }))
    .get('/assets/*', (context) => context.text('File not found.', 404))
    .get('*', compress(), respondWithPage)
}
