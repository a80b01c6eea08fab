export { type HonoContext, toHono } from './toHono.ts'
