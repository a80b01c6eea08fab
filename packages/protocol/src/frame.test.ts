import { expect, it } from 'vitest'
import { frameMessageSchema } from './frame.ts'

it.each(['WZ_OPEN_ENTITY', 'WZ_CREATE_ENTITY', 'WZ_SOMETHING_NEW'])('reads %s', (type) => {
  const message = { type, data: { chatId: '1' } }
  expect(frameMessageSchema.parse(message)).toEqual(message)
})

it.each(['', 'open', 'wz_open', 'WZ_', 'WZ_<script>', 'webpackHotUpdate', 7, undefined])('does not read %s', (type) => {
  expect(frameMessageSchema.safeParse({ type, data: {} }).success).toBe(false)
})
