export { type NextRouteHandlers, toNext } from './toNext.ts'
