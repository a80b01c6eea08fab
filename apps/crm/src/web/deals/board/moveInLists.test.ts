import { expect, it } from 'vitest'
import type { BoardStage, Deal, DealStage } from '../../../api/deal.ts'
import { type ColumnPages, moveInColumn, moveInStages } from './moveInLists.ts'

const toDeal = (id: string, stage: DealStage): Deal => ({
  id,
  stage,
  title: id,
  contactId: 'maria',
  contact: 'Maria',
  companyId: null,
  company: '',
  amountCents: 1_000,
  currency: 'EUR',
  responsibleUserId: 'ann',
  closedAt: null,
  waitingSince: null,
  lastMessage: null,
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
  version: 1,
})

const toPages = (stage: DealStage, ...pages: string[][]): ColumnPages => ({
  pageParams: pages.map(String),
  pages: pages.map((ids) => ({ items: ids.map((id) => toDeal(id, stage)), total: 9, next: null })),
})

const idsOf = ({ pages }: ColumnPages) => pages.map(({ items }) => items.map(({ id }) => id))

it('moves a card within its column', () => {
  const pages = toPages('new', ['a', 'b', 'c'], ['d'])
  const move = { deal: toDeal('a', 'new'), stage: 'new', afterId: 'd' } as const
  const moved = moveInColumn({ pages, stage: 'new', move })
  expect(idsOf(moved)).toEqual([
    ['b', 'c'],
    ['d', 'a'],
  ])
  expect(moved.pages[0]?.total).toBe(9)
})

it('takes a card out of one column and puts it below another in the next', () => {
  const move = { deal: toDeal('b', 'new'), stage: 'won', afterId: 'x' } as const
  const from = moveInColumn({ pages: toPages('new', ['a', 'b']), stage: 'new', move })
  const to = moveInColumn({ pages: toPages('won', ['x', 'y']), stage: 'won', move })
  expect([idsOf(from), from.pages[0]?.total]).toEqual([[['a']], 8])
  expect([idsOf(to), to.pages[0]?.total]).toEqual([[['x', 'b', 'y']], 10])
  expect(to.pages[0]?.items[1]?.stage).toBe('won')
})

it('puts a card at the top, and at the end below one that is not loaded', () => {
  const pages = toPages('won', ['x'], ['y'])
  const deal = toDeal('b', 'new')
  expect(idsOf(moveInColumn({ pages, stage: 'won', move: { deal, stage: 'won', afterId: null } }))).toEqual([
    ['b', 'x'],
    ['y'],
  ])
  expect(idsOf(moveInColumn({ pages, stage: 'won', move: { deal, stage: 'won', afterId: 'z' } }))).toEqual([
    ['x'],
    ['y', 'b'],
  ])
})

it('moves a card among the first deals of the stages, with which a column begins', () => {
  const stages: BoardStage[] = (['new', 'won'] as const).map((stage) => ({
    stage,
    deals: { items: [toDeal(`${stage}-1`, stage), toDeal(`${stage}-2`, stage)], total: 2, next: null },
    sums: [],
  }))
  const idsAfter = (stage: DealStage, afterId: string | null) =>
    moveInStages(stages, { deal: toDeal('new-1', 'new'), stage, afterId }).map(({ deals }) =>
      deals.items.map(({ id }) => id),
    )
  expect(idsAfter('won', null)).toEqual([['new-2'], ['new-1', 'won-1', 'won-2']])
  expect(idsAfter('new', 'new-2')).toEqual([
    ['new-2', 'new-1'],
    ['won-1', 'won-2'],
  ])
})

it('counts and sums follow, each currency by itself', () => {
  const stages: BoardStage[] = [
    { stage: 'new', deals: { items: [], total: 2, next: null }, sums: [{ currency: 'EUR', amountCents: 3_000 }] },
    { stage: 'won', deals: { items: [], total: 0, next: null }, sums: [{ currency: 'USD', amountCents: 500 }] },
  ]
  const moved = moveInStages(stages, { deal: toDeal('b', 'new'), stage: 'won', afterId: null })
  expect(moved.map(({ deals, sums }) => [deals.total, sums])).toEqual([
    [1, [{ currency: 'EUR', amountCents: 2_000 }]],
    [
      1,
      [
        { currency: 'USD', amountCents: 500 },
        { currency: 'EUR', amountCents: 1_000 },
      ],
    ],
  ])
})
