import { toNext } from '@crm-chat/proxy/next'
import { createChat } from '../../../../createChat.js'

export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = toNext(createChat({ basePath: '/api/chat' }))
