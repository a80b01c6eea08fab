import { toExpress } from '@crm-chat/proxy/express'
import express from 'express'
import { chat } from './chat.js'

const app = express()
app.use(toExpress(chat))
app.use(express.static('dist'))

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log('The CRM is at', server.address())
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    server.close()
    await chat.drain({ deadlineMs: 1000 })
    await chat.close()
  })
}
