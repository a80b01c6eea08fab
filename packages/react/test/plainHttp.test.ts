import { test } from 'vitest'
import { takeTurns } from './takeTurns.ts'

test('without https, only the tab that is looked at holds a connection, and each opens with two requests', () =>
  takeTurns(4))
