import { createPlural } from '../plural.ts'
import type { BoardWords } from './en.ts'

const plural = createPlural('ru')

/** The words of the deals' page in Russian. */
export const board: BoardWords = {
  views: { board: 'Доска', list: 'Список' },
  view: 'Показать сделки как',
  search: 'Поиск сделок',
  searchHint: 'Название, контакт или компания',
  loading: 'Загрузка сделок',
  failed: 'Не удалось загрузить сделки',
  columnFailed: 'Не удалось загрузить остальные сделки',
  emptyColumn: 'Здесь нет сделок',
  emptyText: 'Добавьте первую кнопкой «Новая сделка» или из карточки контакта.',
  noMatch: 'Ничего не найдено',
  noMatchText: 'Укажите меньше слов или фильтров.',
  count: plural({ one: '# сделка', few: '# сделки', many: '# сделок', other: '# сделки' }),
  stageOf: 'Показать этап',
  addTo: (stage) => `Новая сделка: ${stage}`,
  actions: (title) => `Действия: ${title}`,
  moveTo: (stage) => `Перенести: ${stage}`,
  allStages: 'Все этапы',
  changeStage: 'Сменить этап',
  moved: ({ title, stage }) => `Сделка ${title} перенесена: ${stage}`,
  movedMany: plural({
    one: 'Перенесена # сделка',
    few: 'Перенесены # сделки',
    many: 'Перенесено # сделок',
    other: 'Перенесено # сделки',
  }),
  movedBack: ({ title, stage }) => `Сделка ${title} возвращена: ${stage}`,
  notMoved: plural({
    one: 'Не удалось перенести # сделку',
    few: 'Не удалось перенести # сделки',
    many: 'Не удалось перенести # сделок',
    other: 'Не удалось перенести # сделки',
  }),
  place: ({ stage, place, count }) => `${stage}, место ${place} из ${count}`,
  cardFailed: 'Не удалось показать сделку',
  back: 'Все сделки',
  steps: 'Этапы сделки',
  chatHidden: 'Контакт этой сделки принадлежит другому сотруднику, поэтому чат здесь не показан.',
  closed: 'Закрыта',
  keys: 'Нажмите пробел, чтобы взять сделку. Стрелки переносят её, пробел опускает, Escape возвращает на место.',
  pickedUp: ({ title, at }) => `Взята сделка ${title}. ${at}.`,
  dropped: ({ title, at }) => `Сделка ${title} опущена. ${at}.`,
  putBack: (title) => `Сделка ${title} снова на своём месте.`,
}
