import compression from 'compression'
import express from 'express'
import express4 from 'express-4'
import { toExpress } from '../../../src/express/index.ts'
import { type Host, type HostParameters, handleOther, serveListener } from '../host.ts'

/** Express 5. */
export const expressHost: Host = {
  name: 'Express 5',
  hasParser: true,
  serve: async (parameters) => serve({ make: express, ...parameters }),
}

/** Express 4. */
export const express4Host: Host = {
  name: 'Express 4',
  hasParser: true,
  serve: async (parameters) => serve({ make: express4, ...parameters }),
}

function serve({
  make,
  chat,
  parsed,
  compressed,
  prefix,
}: HostParameters & { make: typeof express }): ReturnType<typeof serveListener> {
  const app = make()
  if (compressed) app.use(compression({ threshold: 0 }))
  if (parsed) app.use(make.json(), make.urlencoded({ extended: true }))
  if (prefix) app.use(prefix, make.Router().use(toExpress(chat)))
  else app.use(toExpress(chat))
  app.use(handleOther)
  return serveListener(app)
}
