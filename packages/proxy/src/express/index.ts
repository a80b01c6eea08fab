export { toExpress } from './toExpress.ts'
