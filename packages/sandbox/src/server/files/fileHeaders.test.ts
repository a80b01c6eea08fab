import { expect, it } from 'vitest'
import { fileHeaders } from './fileHeaders.ts'

it.each([
  ['image/png', 'inline'],
  ['image/webp', 'inline'],
  ['audio/ogg; codecs=opus', 'inline'],
  ['video/mp4', 'inline'],
  ['image/svg+xml', 'attachment'],
  ['IMAGE/SVG+XML', 'attachment'],
  ['image/svg+xml; charset=utf-8', 'attachment'],
  ['text/html', 'attachment'],
  ['application/xhtml+xml', 'attachment'],
  ['text/xml', 'attachment'],
  ['application/pdf', 'attachment'],
  ['', 'attachment'],
])('serves %s as %s, and without the rights of a page', (type, disposition) => {
  expect(fileHeaders({ name: 'Ann’s "file".svg', type })).toEqual({
    'content-disposition': `${disposition}; filename*=UTF-8''Ann%E2%80%99s%20%22file%22.svg`,
    'content-security-policy': "default-src 'none'; sandbox",
  })
})
