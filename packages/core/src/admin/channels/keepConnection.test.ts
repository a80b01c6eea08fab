import { expect, test } from 'vitest'
import { keepConnection } from './keepConnection.ts'

function createStorage(text: string | null = null) {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? text,
    setItem: (key: string, value: string) => void texts.set(key, value),
    removeItem: (key: string) => void texts.delete(key),
  }
}

test('keeps a connection for one user, until it is forgotten', () => {
  const storage = createStorage()
  const own = keepConnection({ endpoint: '/chat', userId: '7', storage })
  own.write({ transport: 'whatsapp', channelId: 'c-1', isStarted: true })
  expect(own.read()).toEqual({ transport: 'whatsapp', channelId: 'c-1', isStarted: true })
  expect(keepConnection({ endpoint: '/chat', userId: '8', storage }).read()).toBeUndefined()
  own.write(undefined)
  expect(own.read()).toBeUndefined()
  expect(storage.texts.size).toBe(0)
})

test.each([
  ['no text', null, undefined],
  ['no JSON', '{', undefined],
  ['another shape', '[1]', undefined],
  ['a number for a name', '{"transport":7}', undefined],
  [
    'fields of other types',
    '{"transport":"max","channelId":7,"isStarted":"yes","known":["a",7],"token":"t"}',
    {
      transport: 'max',
      known: ['a'],
    },
  ],
])('reads %s without a failure', (_, text, expected) => {
  expect(keepConnection({ endpoint: '/chat', userId: undefined, storage: createStorage(text) }).read()).toEqual(
    expected,
  )
})

test('goes without a storage that the page may not use', () => {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse }
  const own = keepConnection({ endpoint: '/chat', userId: '7', storage })
  expect(() => own.write({ transport: 'max' })).not.toThrow()
  expect(() => own.write(undefined)).not.toThrow()
  expect(own.read()).toBeUndefined()
})
