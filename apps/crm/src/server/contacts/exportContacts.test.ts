import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { parseCsv } from './csv/parseCsv.ts'

it('exports the contacts that the user sees, as a file', async () => {
  const crm = await startTestCrm()
  const response = await (await crm.logIn('ann')).get('/api/contacts/export')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"')
  const rows = parseCsv(response.text).map(({ cells }) => cells)
  expect(rows[0]).toEqual(['Name', 'Position', 'Company', 'Email', 'Phone', 'Telegram', 'Instagram', 'VK', 'Owner'])
  expect(rows).toHaveLength(7)
  expect(rows).toContainEqual([
    'Nils Aaltonen',
    'Purchasing',
    'Saaristo Spa',
    'nils.aaltonen@saaristo.example',
    '46701740612',
    '55502290',
    '',
    '',
    'Ann Reyes',
  ])
})

it('exports what a search finds, and everything to those who see everything', async () => {
  const crm = await startTestCrm({ seed: { contacts: 1_200 } })
  const carla = await crm.logIn('carla')
  expect(parseCsv((await carla.get('/api/contacts/export')).text)).toHaveLength(1_201)
  const found = await carla.get('/api/contacts/export?search=lindqvist')
  expect(parseCsv(found.text).map(({ cells }) => cells[0])).toEqual(['Name', 'Maria Lindqvist'])
})

it('makes cells that a spreadsheet would run harmless, and reads them back', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const name = '=HYPERLINK("https://attacker.example","Open")'
  for (const position of [name, '+1', '-1', '@SUM(A1)']) await ann.post('/api/contacts', { name, position })
  const { text } = await ann.get('/api/contacts/export?search=hyperlink')
  const cells = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(1, 5)
  for (const line of cells) expect(line).toMatch(/^"'=HYPERLINK\(""https:\/\/attacker\.example"",""Open""\)",["']/)
  expect(text).not.toMatch(/(^|[,\n])"?[=+@-]/)
  expect(parseCsv(text)[1]?.cells[0]).toBe(name)
})
