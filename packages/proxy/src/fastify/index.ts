export { type FastifyPlugin, type FastifyScope, toFastify } from './toFastify.ts'
