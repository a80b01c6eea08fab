import { createPlural } from '../plural.ts'
import type { ContactImportWords } from './en.ts'

const plural = createPlural('ru')

/** The words of the import of contacts, in Russian. */
export const contactImport: ContactImportWords = {
  title: 'Импорт контактов',
  about: 'Из файла CSV, в первой строке которого названия столбцов.',
  drop: 'Перетащите файл сюда или выберите его',
  limits: 'CSV, до 5 000 строк и 2 МБ',
  reading: 'Чтение файла…',
  columns: 'Столбцы файла',
  fieldOf: (header) => `Поле для «${header}»`,
  leaveOut: 'Пропустить',
  fields: {
    name: 'Имя',
    position: 'Должность',
    company: 'Компания',
    email: 'E-mail',
    phone: 'Телефон',
    telegram: 'Telegram',
    instagram: 'Instagram',
    vk: 'ВКонтакте',
  },
  rows: 'Строки файла',
  line: 'Строка',
  problems: 'Проблемы',
  valid: plural({
    one: 'Можно добавить # строку',
    few: 'Можно добавить # строки',
    many: 'Можно добавить # строк',
    other: 'Можно добавить # строки',
  }),
  invalid: plural({
    one: '# строка с ошибкой будет пропущена',
    few: '# строки с ошибками будут пропущены',
    many: '# строк с ошибками будут пропущены',
    other: '# строки с ошибками будут пропущены',
  }),
  newCompanies: plural({
    one: '# новая компания',
    few: '# новые компании',
    many: '# новых компаний',
    other: '# новой компании',
  }),
  moreRows: plural({ one: 'И ещё # строка', few: 'И ещё # строки', many: 'И ещё # строк', other: 'И ещё # строки' }),
  add: plural({
    one: 'Добавить # контакт',
    few: 'Добавить # контакта',
    many: 'Добавить # контактов',
    other: 'Добавить # контакта',
  }),
  adding: ({ done, total }) => `Строк: ${done} из ${total}`,
  added: plural({
    one: 'Добавлен # контакт',
    few: 'Добавлено # контакта',
    many: 'Добавлено # контактов',
    other: 'Добавлено # контакта',
  }),
  leftOut: plural({
    one: 'Пропущена # строка',
    few: 'Пропущено # строки',
    many: 'Пропущено # строк',
    other: 'Пропущено # строки',
  }),
  leftOutFile: 'Пропущенные строки',
  download: 'Скачать эти строки',
  otherFile: 'Другой файл',
  done: 'Готово',
  problem: ({ field, code }) =>
    ({
      missing: `${field}: не указано.`,
      invalid: `${field}: неверное значение.`,
      too_long: `${field}: слишком длинно.`,
      taken: `${field}: уже есть у другого контакта.`,
      repeated: `${field}: уже есть в строке выше.`,
    })[code],
}
