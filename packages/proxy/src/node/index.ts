export { type AttachSocketIoOptions, attachSocketIo } from './attachSocketIo.ts'
export { type NodeHandler, toNode } from './toNode.ts'
