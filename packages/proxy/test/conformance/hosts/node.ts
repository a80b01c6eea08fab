import compression from 'compression'
import express from 'express'
import { toNode } from '../../../src/node/index.ts'
import { type Host, handleOther, serveListener } from '../host.ts'

/** Node's own server, with middlewares of Connect where a test asks for them. */
export const nodeHost: Host = {
  name: 'node:http',
  hasParser: true,
  serve: async ({ chat, parsed, compressed }) => {
    const handle = toNode(chat)
    const parse = parsed ? express.json() : pass
    const compress = compressed ? compression({ threshold: 0 }) : pass
    return serveListener((request, response) => {
      const next = (error?: unknown): void => {
        if (error)
          response.writeHead((error as { status: number }).status).end() // As the parser documents.
        else handle(request, response, () => handleOther(request, response))
      }
      compress(request as never, response as never, () => parse(request as never, response as never, next)) // As in Connect.
    })
  },
}

function pass(_request: unknown, _response: unknown, next: () => void): void {
  next()
}
