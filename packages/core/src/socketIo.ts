export { type SocketIoOptions, socketIo } from './transports/socketIo.ts'
