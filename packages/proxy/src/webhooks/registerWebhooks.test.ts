import { describe, expect, it } from 'vitest'
import { createHookedBackend } from '../../test/createHookedBackend.ts'
import { createChatProxy } from '../createChatProxy.ts'

const secret = 'a-secret-of-the-tests-1'

function setUp({ publicUrl, isPrivate = false }: { publicUrl?: string; isPrivate?: boolean }) {
  const backend = { ...createHookedBackend(), isPrivate }
  const webhooks = { secret: [secret, 'the-previous-secret-000'], ...(publicUrl === undefined ? {} : { publicUrl }) }
  return { backend, chat: createChatProxy({ backend, identify: () => null, basePath: '/crm/chat', webhooks }) }
}

describe('registerWebhooks', () => {
  it.each(['https://crm.example.com', 'https://crm.example.com/'])(
    'names the current address below %s',
    async (publicUrl) => {
      const { backend, chat } = setUp({ publicUrl })
      await chat.registerWebhooks()
      expect(backend.registered).toEqual([`https://crm.example.com/crm/chat/webhooks/${secret}`])
    },
  )

  it('needs the public address, and names the option', async () => {
    const { backend, chat } = setUp({})
    await expect(chat.registerWebhooks()).rejects.toThrow('webhooks.publicUrl')
    expect(backend.registered).toEqual([])
  })

  it.each([
    'https://localhost:3000',
    'https://crm.localhost',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://172.16.0.1',
    'https://192.168.1.1',
    'https://169.254.169.254',
    'https://100.64.0.1',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://crm',
    'https://crm.internal',
    'https://printer.local.',
  ])('refuses %s, unless the vendor is private, too', async (publicUrl) => {
    const { backend, chat } = setUp({ publicUrl })
    await expect(chat.registerWebhooks()).rejects.toThrow('webhooks.publicUrl')
    expect(backend.registered).toEqual([])
    const other = setUp({ publicUrl, isPrivate: true })
    await other.chat.registerWebhooks()
    expect(other.backend.registered).toHaveLength(1)
  })

  it.each(['https://172.32.0.1', 'https://100.128.0.1', 'https://[2a00:1450::1]', 'https://fd.example.com'])(
    'takes %s',
    async (publicUrl) => {
      const { backend, chat } = setUp({ publicUrl })
      await chat.registerWebhooks()
      expect(backend.registered).toHaveLength(1)
    },
  )

  it('sends the secret over https only', async () => {
    await expect(setUp({ publicUrl: 'http://crm.example.com' }).chat.registerWebhooks()).rejects.toThrow('https')
  })

  it('is not supported by a vendor without webhooks', async () => {
    const { webhooks: _, ...backend } = createHookedBackend()
    const chat = createChatProxy({ backend, identify: () => null })
    await expect(chat.registerWebhooks()).rejects.toMatchObject({ code: 'not_supported' })
  })
})
