import { library } from '../../vite.library.ts'

export default library({
  entries: ['', 'node/', 'express/', 'fastify/', 'koa/', 'hono/', 'next/', 'redis/'].map(
    (folder) => `src/${folder}index.ts`,
  ),
})
