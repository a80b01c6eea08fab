import { expect, it } from 'vitest'
import { en } from '../../words/en.ts'
import { toRejectedRows } from './toRejectedRows.ts'

it('has the fields that the rows have, and why each row was left out', () => {
  const rows = [
    { line: 4, values: { name: 'Karl', email: 'karl at weber' }, problems: [problem('email', 'invalid')] },
    {
      line: 7,
      values: { phone: '+44 7700 900555' },
      problems: [problem('name', 'missing'), problem('phone', 'taken')],
    },
  ]
  expect(toRejectedRows(rows, en)).toEqual([
    ['Name', 'E-mail', 'Phone', 'Problems'],
    ['Karl', 'karl at weber', '', 'E-mail is invalid.'],
    ['', '', '+44 7700 900555', 'Name is missing. Phone: another contact has it.'],
  ])
})

function problem<Field extends 'name' | 'email' | 'phone', Code extends 'missing' | 'invalid' | 'taken'>(
  field: Field,
  code: Code,
) {
  return { field, code }
}
