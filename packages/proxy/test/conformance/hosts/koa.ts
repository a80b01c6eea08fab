import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import compress from 'koa-compress'
import { toKoa } from '../../../src/koa/index.ts'
import { type Host, serveListener } from '../host.ts'

/** Koa 3. */
export const koaHost: Host = {
  name: 'Koa 3',
  hasParser: true,
  serve: async ({ chat, parsed, compressed, prefix }) => {
    const app = new Koa({ env: 'test' })
    app.silent = true
    if (compressed) app.use(compress({ threshold: 0 }))
    if (parsed) app.use(bodyParser())
    app.use(mount(prefix ?? '', toKoa(chat)))
    app.use(async (context) => {
      if (context.path === '/deals') context.body = 'deals'
    })
    return serveListener(app.callback())
  },
}

/** Shortens the path for a middleware, as `koa-mount` does. */
function mount(prefix: string, middleware: Koa.Middleware): Koa.Middleware {
  return async (context, next) => {
    const { path } = context
    if (!path.startsWith(prefix)) return next()
    context.path = path.slice(prefix.length) || '/'
    await middleware(context, async () => {
      context.path = path
      await next()
      context.path = path.slice(prefix.length) || '/'
    })
    context.path = path
  }
}
