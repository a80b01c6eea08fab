export { type AttachSocketIoOptions, attachSocketIo } from './attachSocketIo.ts'
export { type LoopbackFiles, type LoopbackFilesOptions, loopbackFiles } from './loopbackFiles.ts'
export { type NodeHandler, toNode } from './toNode.ts'
