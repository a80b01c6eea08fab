export type { ChatConfig, ConfigTools } from './config/chatConfig.ts'
