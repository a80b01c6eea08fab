import { describe, expect, it } from 'vitest'
import { sniffType } from './sniffType.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])

describe('the type of a file', () => {
  it.each([
    ['an image, whatever its name says', png, 'photo.exe', 'image/png'],
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'price.txt', 'application/pdf'],
    ['a text', bytes('Цены на март\n'), 'price.txt', 'text/plain'],
    ['a table', bytes('name;price\nTea;5\n'), 'price.csv', 'text/csv'],
  ])('is that of its bytes: %s', async (_, file, name, mimeType) => {
    expect(await sniffType({ bytes: file, name })).toBe(mimeType)
  })

  it.each([
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'photo.png'],
    ['a page behind spaces', bytes('\n\t <html>'), 'price.txt'],
    ['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'photo.svg'],
    ['XML', bytes('<?xml version="1.0"?><a/>'), 'a.xml'],
    ['a program', bytes(`MZ${'\0'.repeat(64)}`), 'photo.png'],
    ['a program of Linux', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'price.pdf'],
    ['bytes of no known type', Uint8Array.from([0, 1, 2, 3, 255, 254]), 'photo.png'],
    ['text that is not UTF-8', Uint8Array.from([0x41, 0xff, 0xfe, 0xfd]), 'a.txt'],
    ['nothing', new Uint8Array(), 'a.txt'],
  ])('is refused: %s', async (_, file, name) => {
    await expect(sniffType({ bytes: file, name })).rejects.toMatchObject({ code: 'unsupported_media_type' })
  })
})
