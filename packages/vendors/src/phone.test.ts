import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as entry from './phone.ts'
import { beginsWithTrunk8 } from './trunk8.ts'

const { parsePhone } = entry

it('is the one thing that the entry exports', () => {
  expect(Object.keys(entry)).toEqual(['parsePhone'])
})

describe('a phone number', () => {
  it.each([
    ['as people type it', '+7 (999) 888-77-66', '79998887766'],
    ['in digits', '79998887766', '79998887766'],
    ['with spaces around', ' +44 7700 900123 ', '447700900123'],
    ['with dots', '+1.212.555.0143', '12125550143'],
    ['of Russia with 8', '8 (999) 888-77-66', '79998887766'],
    ['of Russia with 8, in digits', '89998887766', '79998887766'],
    ['of Russia with +8', '+8 999 888 77 66', '79998887766'],
    ['of Moscow with 8', '8 (495) 123-45-67', '74951234567'],
    ['of Moscow with 8 and hyphens', '8-495-123-45-67', '74951234567'],
    ['of Kazakhstan with 8', '87010000000', '77010000000'],
    ['of Vietnam', '+84951234567', '84951234567'],
    ['of Vietnam, in digits', '84951234567', '84951234567'],
    ['of Japan', '+81 3 1234 5678', '81312345678'],
    ['of Hong Kong', '+852 5550 1234', '85255501234'],
    ['of Bangladesh', '8801700000000', '8801700000000'],
    ['with (0)', '+44 (0)7700 900123', '447700900123'],
    ['with (0) and spaces', '+49 (0) 171 3920042', '491713920042'],
    ['with (0) and no plus', '44 (0)7700 900123', '447700900123'],
    ['of Italy, where the zero is dialled', '+39 (0)6 0000 0000', '390600000000'],
    ['with marks of direction', '\u202a+44 7700 900125\u202c', '447700900125'],
    ['with a byte order mark and a soft hyphen', '\ufeff+44 77\u00ad00 900126', '447700900126'],
    ['with zero-width spaces', '+44\u200b7700\u2060900126', '447700900126'],
    ['with no-break spaces', '+44\u00a07700\u202f900126', '447700900126'],
    ['with a no-break hyphen', '+44 7700\u2011900127', '447700900127'],
    ['with a dash', '+44 7700\u2013900128', '447700900128'],
    ['with a minus', '+44 7700\u2212900128', '447700900128'],
    ['in full width', '\uff0b44 \uff17700 900129', '447700900129'],
    ['with a tab and a line break', '+44\t7700 900130\r\n', '447700900130'],
    ['as a tel: link', 'tel:+447700900131', '447700900131'],
    ['as a tel: link with hyphens', 'tel:+44-7700-900131', '447700900131'],
    ['as a wa.me link', 'https://wa.me/447700900132', '447700900132'],
    ['as a wa.me link with a text', 'wa.me/447700900132?text=Hello%20there', '447700900132'],
    ['as a link to send to', 'https://api.whatsapp.com/send?phone=447700900133&text=Hi', '447700900133'],
    ['as a link to send to, phone last', 'whatsapp://send?text=Hi&phone=%2B447700900133', '447700900133'],
  ])('%s is read: %j', (_, text, digits) => {
    expect(parsePhone(text)).toEqual({ digits })
  })

  it.each([
    ['', 'only digits'],
    ['maria', 'only digits'],
    ['+7 999 888 77 66 ext. 5', 'only digits'],
    ['tel:+447700900131;ext=5', 'only digits'],
    ['7+9998887766', 'only digits'],
    ['٧٩٩٩٨٨٨٧٧٦٦', 'only digits'],
    ['+44 7700 900137;+44 7700 900138', 'only digits'],
    ['447700900139@c.us', 'only digits'],
    ['https://wa.me/message/ABCDEFGH1', 'only digits'],
    ['https://example.com/447700900132', 'only digits'],
    ['0044 7700 900123', 'country code'],
    ['007 999 123 45 60', 'country code'],
    ['07700 900123', 'country code'],
    ['(0)7700 900123', 'country code'],
    ['12345678', 'this one has 8'],
    ['12345678901234567', 'this one has 17'],
  ])('%j is refused with a reason', (text, problem) => {
    expect(parsePhone(text)).toEqual({ problem: expect.stringContaining(problem) })
  })

  it('is read to what is read to itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[\d ().\u2011-]{8,20}$/)), (text) => {
        const phone = parsePhone(text)
        if ('problem' in phone) {
          expect(phone.problem).not.toBe('')
          return
        }
        expect(phone.digits).toMatch(/^[1-9]\d{8,15}$/)
        expect(beginsWithTrunk8(phone.digits)).toBe(false)
        expect(parsePhone(`+${phone.digits}`)).toEqual(phone)
      }),
    )
  })

  it('is read in linear time', () => {
    for (const part of ['(0)', ' ', '-', '8 ', '&phone=', '+44 (0)']) {
      expect(parsePhone(`+44${part.repeat(100_000)}x`)).toHaveProperty('problem')
      expect(parsePhone(`whatsapp://send?${part.repeat(100_000)}`)).toHaveProperty('problem')
    }
  })
})
