import { expect, it } from 'vitest'
import { collect } from '../../test/collect.ts'
import { InvalidAnswerError } from '../errors.ts'
import { type Page, paginateByOffset } from './paginateByOffset.ts'

const items = Array.from({ length: 25 }, (_, index) => index)

it.each([0, 10, 25, 7])('yields every item once, in order, beginning at %i', async (offset) => {
  const fetchPage = async (from: number): Promise<Page<number>> => ({ items: items.slice(from, from + 10) })
  expect(await collect(paginateByOffset({ offset, size: 10, fetchPage }))).toEqual(items.slice(offset))
})

it('believes the total where there is one', async () => {
  const asked: number[] = []
  const fetchPage = async (from: number): Promise<Page<number>> => {
    asked.push(from)
    return { items: items.slice(from, from + 5), total: 25 }
  }
  expect(await collect(paginateByOffset({ size: 100, fetchPage }))).toEqual(items)
  expect(asked).toEqual([0, 5, 10, 15, 20])
})

it('asks for the next page only when the one before is used up', async () => {
  const asked: number[] = []
  const fetchPage = async (from: number): Promise<Page<number>> => {
    asked.push(from)
    return { items: items.slice(from, from + 10) }
  }
  for await (const item of paginateByOffset({ size: 10, fetchPage })) if (item === 9) break
  expect(asked).toEqual([0])
})

it('ends with the first page when the server ignores the offset', async () => {
  const fetchPage = async (): Promise<Page<number>> => ({ items: items.slice(0, 10) })
  expect(await collect(paginateByOffset({ size: 10, fetchPage }))).toEqual(items.slice(0, 10))
})

it('is an error when the server ignores the offset though it has more', async () => {
  const fetchPage = async (): Promise<Page<number>> => ({ items: items.slice(0, 10), total: 25 })
  await expect(collect(paginateByOffset({ size: 10, fetchPage }))).rejects.toThrow(InvalidAnswerError)
})
