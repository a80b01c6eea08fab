import { mergeConfig } from 'vite'
import { library } from '../../vite.library.ts'

export default mergeConfig(
  library({
    entries: [
      'src/index.ts',
      'src/client.ts',
      'src/composer.ts',
      'src/conversation.ts',
      'src/admin.ts',
      'src/socketIo.ts',
      'src/look/index.ts',
      'src/look/appearance.ts',
      'src/look/look.css',
      'src/testing/index.ts',
      ...['en', 'ru', 'es', 'pt', 'de', 'kk', 'ar'].map((language) => `src/locales/${language}.ts`),
    ],
  }),
  {
    build: {
      cssCodeSplit: true, // The stylesheet is an entry of its own: no module imports it.
      cssMinify: true, // It also travels as text inside a script.
      cssTarget: ['chrome123', 'firefox124', 'safari17.5'], // The first with light-dark().
    },
  },
)
