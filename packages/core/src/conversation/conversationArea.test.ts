import { errorStatuses } from '@crm-chat/protocol/wire/errorCodes'
import { expect, test } from 'vitest'
import { describeWords } from '../../test/describeWords.ts'
import { ChatError } from '../ChatError.ts'
import { conversationArea } from './conversationArea.ts'
import { toFailure } from './proxy/toFailure.ts'

// The sentences of errors are in English where they are made.
describeWords({
  area: conversationArea,
  isOwn: (path) => path.startsWith('errors.'),
})

test('each failed request is explained in every language', async () => {
  const codes = [...Object.keys(errorStatuses), 'network', 'invalid_answer'] as ChatError['code'][]
  const failures = [
    ...codes.map((code) => toFailure(new ChatError({ message: 'No.', code, retryable: false }))),
    toFailure(new RangeError('The message is too far back.')),
    toFailure(new TypeError('This is a mistake of ours.')),
  ]
  expect(new Set(failures.map(({ code }) => code)).size).toBeGreaterThan(14)
  expect(failures.map(({ message }) => message)).not.toContain('')
  for (const load of Object.values(conversationArea.languages)) {
    const { errors } = await load()
    expect(failures.filter(({ code = '' }) => errors[code] === undefined)).toEqual([])
    expect(Object.keys(errors).filter((code) => !failures.some((failure) => failure.code === code))).toEqual([])
  }
})
