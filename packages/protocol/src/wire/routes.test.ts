import { expect, it } from 'vitest'
import { routes } from './routes.ts'

it('no two operations have the same method and path', () => {
  const keys = Object.values(routes).map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
  expect(new Set(keys).size).toBe(keys.length)
})
