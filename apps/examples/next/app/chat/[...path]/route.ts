import { toNext } from '@crm-chat/proxy/next'
import { chat } from '../../../chat'

export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = toNext(chat)
