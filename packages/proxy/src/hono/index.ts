export { toHono } from './toHono.ts'
