import { createPlural } from '../plural.ts'
import type { BoardWords } from './en.ts'

const plural = createPlural('ar-u-nu-latn')

/** The words of the deals' page in Arabic. */
export const board: BoardWords = {
  views: { board: 'لوحة', list: 'قائمة' },
  view: 'طريقة عرض الصفقات',
  search: 'البحث في الصفقات',
  searchHint: 'العنوان أو جهة الاتصال أو الشركة',
  loading: 'جارٍ تحميل الصفقات',
  failed: 'تعذّر تحميل الصفقات',
  columnFailed: 'تعذّر تحميل المزيد من الصفقات',
  emptyColumn: 'لا صفقات هنا',
  emptyText: 'أضف الأولى بزر «صفقة جديدة» أو من بطاقة جهة اتصال.',
  noMatch: 'لا صفقات مطابقة',
  noMatchText: 'جرّب كلمات أو عوامل تصفية أقل.',
  count: plural({
    zero: 'لا صفقات',
    one: 'صفقة واحدة',
    two: 'صفقتان',
    few: '# صفقات',
    many: '# صفقة',
    other: '# صفقة',
  }),
  stageOf: 'المرحلة المعروضة',
  addTo: (stage) => `صفقة جديدة: ${stage}`,
  actions: (title) => `إجراءات ${title}`,
  moveTo: (stage) => `نقل إلى ${stage}`,
  allStages: 'كل المراحل',
  changeStage: 'تغيير المرحلة',
  moved: ({ title, stage }) => `نُقلت ${title} إلى ${stage}`,
  movedMany: plural({
    zero: 'لم تُنقل أي صفقة',
    one: 'نُقلت صفقة واحدة',
    two: 'نُقلت صفقتان',
    few: 'نُقلت # صفقات',
    many: 'نُقلت # صفقة',
    other: 'نُقلت # صفقة',
  }),
  movedBack: ({ title, stage }) => `أُعيدت ${title} إلى ${stage}`,
  notMoved: plural({
    zero: 'نُقلت كل الصفقات',
    one: 'تعذّر نقل صفقة واحدة',
    two: 'تعذّر نقل صفقتين',
    few: 'تعذّر نقل # صفقات',
    many: 'تعذّر نقل # صفقة',
    other: 'تعذّر نقل # صفقة',
  }),
  place: ({ stage, place, count }) => `${stage}، الموضع ${place} من ${count}`,
  keys: 'اضغط مفتاح المسافة لالتقاط الصفقة. تنقلها الأسهم، ويضعها مفتاح المسافة، ويعيدها Escape.',
  pickedUp: ({ title, at }) => `التُقطت ${title}. ${at}.`,
  dropped: ({ title, at }) => `وُضعت ${title}. ${at}.`,
  putBack: (title) => `عادت ${title} إلى موضعها.`,
}
