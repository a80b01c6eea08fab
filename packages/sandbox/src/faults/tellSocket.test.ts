import { describe, expect, it } from 'vitest'
import { type CounterClient, watchCounter } from '../../test/counterClients.ts'
import { ann } from '../../test/fixtures/people.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import type { Sandbox } from '../createSandbox.ts'
import type { FaultRuleInput } from './faultRule.ts'

const operation = 'wazzup-v2.watchUnanswered'

async function watchWithFault(
  rule: Omit<FaultRuleInput, 'operation'>,
): Promise<{ sandbox: Sandbox; client: CounterClient }> {
  const sandbox = await startSandbox()
  sandbox.faults.add({ operation, ...rule })
  const client = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
  return { sandbox, client }
}

const write = (sandbox: Sandbox) => sandbox.simulate.message({ ...ann, text: 'Hello' })

describe('a fault of the counter', () => {
  it('keeps the first value back', async () => {
    const { sandbox, client } = await watchWithFault({ fault: { kind: 'silent' }, times: 1 })
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    await write(sandbox)
    await expect.poll(() => client.values).toEqual([{ counter: 1 }])
  })

  it('ends the connection, and the client comes back', async () => {
    const { client } = await watchWithFault({ fault: { kind: 'drop' }, times: 1 })
    await expect.poll(() => client.ends).toHaveLength(1)
    expect(client.values).toEqual([])
  })

  it('tells a value many times', async () => {
    const { client } = await watchWithFault({ fault: { kind: 'flood', count: 50 }, times: 1 })
    await expect.poll(() => client.values).toHaveLength(50)
  })

  it('tells a value after the next one', async () => {
    const { sandbox, client } = await watchWithFault({ fault: { kind: 'outOfOrder' }, times: 1 })
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    await write(sandbox)
    await expect.poll(() => client.values).toEqual([{ counter: 1 }, { counter: 0 }])
  })

  it('tells what is no value', async () => {
    const { client } = await watchWithFault({ fault: { kind: 'garbage' }, times: 1 })
    await expect.poll(() => client.values).toContainEqual({ counter: 'many' })
  })

  it('leaves the connection open and dead', async () => {
    const { sandbox, client } = await watchWithFault({ fault: { kind: 'halfOpen' }, after: 1, times: 1 })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }])
    await write(sandbox)
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    await write(sandbox)
    expect({ values: client.values, ends: client.ends }).toEqual({ values: [{ counter: 0 }], ends: [] })
  })

  it('is for one user where it says so', async () => {
    const { sandbox, client } = await watchWithFault({ fault: { kind: 'silent' }, match: { userId: '8' } })
    const other = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '8' } })
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    await expect.poll(() => client.values).toEqual([{ counter: 0 }])
    expect(other.values).toEqual([])
  })
})
