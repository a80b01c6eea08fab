export { type KoaContext, type KoaMiddleware, toKoa } from './toKoa.ts'
