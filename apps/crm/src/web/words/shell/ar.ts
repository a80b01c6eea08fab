import { isolate } from '../isolate.ts'
import { createPlural } from '../plural.ts'
import type { ShellWords } from './en.ts'

const plural = createPlural('ar-u-nu-latn')

/** The words around the pages: navigation, user menu, login and search, in Arabic. */
export const shell: ShellWords = {
  connection: {
    offline: 'لا يوجد اتصال. قد تكون البيانات المعروضة قديمة.',
    unreachable: 'لا يستجيب Northdesk. قد تكون البيانات المعروضة قديمة.',
    waiting: plural({
      one: 'سيُرسل تغيير واحد عند عودة الاتصال.',
      two: 'سيُرسل تغييران عند عودة الاتصال.',
      few: 'ستُرسل # تغييرات عند عودة الاتصال.',
      other: 'سيُرسل # تغييرًا عند عودة الاتصال.',
    }),
  },
  nav: {
    main: 'القائمة الرئيسية',
    dashboard: 'لوحة المتابعة',
    contacts: 'جهات الاتصال',
    companies: 'الشركات',
    deals: 'الصفقات',
    tasks: 'المهام',
    chats: 'المحادثات',
    admin: 'الإدارة',
    more: 'المزيد',
  },
  user: {
    menu: 'قائمة المستخدم',
    theme: 'المظهر',
    themes: { system: 'النظام', light: 'فاتح', dark: 'داكن' },
    language: 'اللغة',
    notifications: 'إشعارات الرسائل الجديدة',
    notificationsBlocked: 'المتصفح يحظر الإشعارات. اسمح بها في إعدادات هذه الصفحة.',
    newMessage: 'رسالة جديدة',
    sound: 'صوت الرسائل الجديدة',
    logOut: 'تسجيل الخروج',
  },
  roles: {
    sales: { name: 'المبيعات', about: 'جهات الاتصال والصفقات والمهام الخاصة به' },
    manager: { name: 'مدير', about: 'كل شيء، ويغيّر المسؤولين' },
    qualityControl: { name: 'مراقبة الجودة', about: 'يقرأ كل شيء ولا يغيّر شيئًا' },
    admin: { name: 'مسؤول النظام', about: 'كل شيء مع الإعدادات' },
  },
  login: {
    title: 'تسجيل الدخول',
    welcome: 'مرحبًا بعودتك',
    demo: 'هذا عرض تجريبي: اختر مستخدمًا للمتابعة. لا توجد كلمات مرور، فلا تُدخل بيانات حقيقية.',
    signedOut: 'تم تسجيل خروجك لأن الجلسة انتهت. سجّل الدخول من جديد للمتابعة من حيث توقفت.',
    loadingUsers: 'جارٍ تحميل المستخدمين',
    usersFailed: 'تعذّر تحميل المستخدمين',
    continueAs: (name) => `المتابعة باسم ${isolate(name)}`,
    about: 'عن Northdesk',
    pitch: 'كل عميل وكل محادثة على مكتب واحد.',
    points: [
      { title: 'تطبيقهم للمراسلة، ونظامك', text: 'يفتح WhatsApp وTelegram وInstagram بجانب الصفقة المعنية.' },
      { title: 'لا رسالة بلا رد', text: 'عدد الرسائل غير المجاب عنها مباشرةً في كل صفحة.' },
      { title: 'خصوصية افتراضية', text: 'موظفو المبيعات يرون عملاءهم فقط.' },
    ],
    meFailed: 'تعذّر الوصول إلى Northdesk',
  },
  notFound: {
    title: 'الصفحة غير موجودة',
    text: 'قد يكون الرابط قديمًا أو مكتوبًا بشكل خاطئ.',
    link: 'إلى جهات الاتصال',
  },
  palette: {
    open: 'بحث',
    title: 'بحث',
    placeholder: 'جهات الاتصال والشركات والصفقات والصفحات…',
    pages: 'الصفحات',
    actions: 'الإجراءات',
    empty: (search) => `لا نتائج لـ «${isolate(search)}»`,
    hint: 'الأسهم للاختيار، وEnter للفتح',
    results: plural({
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
  },
}
