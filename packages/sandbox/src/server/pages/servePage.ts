import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'

/** Folder of the built pages, the same for source and build; `pnpm dev` builds into one of its own. */
const builtPages = process.env.SANDBOX_PAGES || join(findPackage(dirname(fileURLToPath(import.meta.url))), 'dist/web')

/** `GET /chat/`: the chats page, which any CRM may frame. Only the page and its socket read the token of its link. */
export function servePage(folder: string = builtPages): Hono {
  return new Hono({ strict: false })
    .use(withHeaders({ ...pageHeaders, 'content-security-policy': `${policy}; frame-ancestors *` })) // As the vendor's.
    .get('/', isBuilt({ folder, page: 'chats' }))
    .get('/', serveStatic({ rewriteRequestPath: () => join(folder, 'chats/index.html') }))
    .use(serveStatic({ rewriteRequestPath: (path) => join(folder, path.replace(/^\/chat/, '')) }))
}

/** `GET /_sandbox/`: the inspector and the phone, which no page may frame. Its scripts are served with the chats page. */
export function serveInspector(folder: string = builtPages): Hono {
  return new Hono({ strict: false }).get(
    '/',
    withHeaders({ ...pageHeaders, 'content-security-policy': `${policy}; frame-src 'self'; frame-ancestors 'none'` }),
    isBuilt({ folder, page: 'inspector' }),
    serveStatic({ rewriteRequestPath: () => join(folder, 'inspector/index.html') }),
  )
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const pageHeaders = {
  'referrer-policy': 'no-referrer', // The link is a credential, which must not be sent to other sites.
}

function withHeaders(headers: Record<string, string>): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
  }
}

function isBuilt({ folder, page }: { folder: string; page: string }): MiddlewareHandler {
  return async (context, next) => {
    context.header('cache-control', 'no-store')
    return existsSync(join(folder, page, 'index.html')) ? next() : context.html(notBuilt, 503)
  }
}

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>This page is not built</title>
<h1>This page is not built</h1>
<p>Build it once, then load this page again: <code>pnpm --filter crm-chat-sandbox build</code></p>
</html>
`

/** Finds the folder of this package, from the source or from the build. */
function findPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findPackage(dirname(folder))
}
