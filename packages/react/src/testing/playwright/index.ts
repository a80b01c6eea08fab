export { countFrameLoads } from './countFrameLoads.ts'
export { type Customer, type CustomerOptions, createCustomer } from './createCustomer.ts'
export { type ChatLocators, locateChat } from './locateChat.ts'
export { type MockedProxy, type MockProxyOptions, type MockProxySettings, mockProxy } from './mockProxy.ts'
