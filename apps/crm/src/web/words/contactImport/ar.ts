import { isolate } from '../isolate.ts'
import { createPlural } from '../plural.ts'
import type { ContactImportWords } from './en.ts'

const plural = createPlural('ar-u-nu-latn')

/** The words of the import of contacts, in Arabic. */
export const contactImport: ContactImportWords = {
  title: 'استيراد جهات الاتصال',
  about: 'من ملف CSV يحتوي سطره الأول على أسماء الأعمدة.',
  drop: 'أفلت ملفًا هنا أو اختر ملفًا',
  limits: 'CSV، حتى 5,000 صف و2 ميغابايت',
  reading: 'جارٍ قراءة الملف…',
  columns: 'أعمدة الملف',
  fieldOf: (header) => `الحقل المقابل لـ «${isolate(header)}»`,
  leaveOut: 'تجاهل',
  fields: {
    name: 'الاسم',
    position: 'المنصب',
    company: 'الشركة',
    email: 'البريد الإلكتروني',
    phone: 'الهاتف',
    telegram: 'Telegram',
    instagram: 'Instagram',
    vk: 'VK',
  },
  rows: 'صفوف الملف',
  line: 'السطر',
  problems: 'المشكلات',
  valid: plural({
    zero: 'لا صفوف يمكن إضافتها',
    one: 'يمكن إضافة صف واحد',
    two: 'يمكن إضافة صفين',
    few: 'يمكن إضافة # صفوف',
    other: 'يمكن إضافة # صفًا',
  }),
  invalid: plural({
    one: 'صف واحد فيه مشكلة وسيُتجاهل',
    two: 'صفان فيهما مشكلة وسيُتجاهلان',
    few: '# صفوف فيها مشكلات وستُتجاهل',
    other: '# صفًا فيها مشكلات وستُتجاهل',
  }),
  newCompanies: plural({
    one: 'شركة جديدة واحدة',
    two: 'شركتان جديدتان',
    few: '# شركات جديدة',
    other: '# شركة جديدة',
  }),
  moreRows: plural({
    one: 'وصف واحد آخر',
    two: 'وصفان آخران',
    few: 'و# صفوف أخرى',
    other: 'و# صفًا آخر',
  }),
  add: plural({
    zero: 'إضافة جهات الاتصال',
    one: 'إضافة جهة اتصال واحدة',
    two: 'إضافة جهتي اتصال',
    few: 'إضافة # جهات اتصال',
    other: 'إضافة # جهة اتصال',
  }),
  adding: ({ done, total }) => `الصفوف: ${done} من ${total}`,
  added: plural({
    zero: 'لم تُضف أي جهة اتصال',
    one: 'أُضيفت جهة اتصال واحدة',
    two: 'أُضيفت جهتا اتصال',
    few: 'أُضيفت # جهات اتصال',
    other: 'أُضيفت # جهة اتصال',
  }),
  leftOut: plural({
    one: 'تم تجاهل صف واحد',
    two: 'تم تجاهل صفين',
    few: 'تم تجاهل # صفوف',
    other: 'تم تجاهل # صفًا',
  }),
  leftOutFile: 'الصفوف المستبعدة',
  download: 'تنزيل هذه الصفوف',
  otherFile: 'ملف آخر',
  done: 'تم',
  problem: ({ field, code }) =>
    ({
      missing: `${field}: القيمة مفقودة.`,
      invalid: `${field}: قيمة غير صالحة.`,
      too_long: `${field}: القيمة طويلة جدًا.`,
      taken: `${field}: موجود لدى جهة اتصال أخرى.`,
      repeated: `${field}: موجود في صف سابق.`,
    })[code],
}
