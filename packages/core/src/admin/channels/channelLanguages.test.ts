import { describeWords } from '../../../test/describeWords.ts'
import { channels as ar } from '../locales/channels.ar.ts'
import { channels as de } from '../locales/channels.de.ts'
import { channels as en } from '../locales/channels.en.ts'
import { channels as es } from '../locales/channels.es.ts'
import { channels as kk } from '../locales/channels.kk.ts'
import { channels as pt } from '../locales/channels.pt.ts'
import { channels as ru } from '../locales/channels.ru.ts'
import type { ChannelWords } from './channelWords.ts'

type Words = ChannelWords & { lang: string; dir: string }

const toWords = (words: ChannelWords, lang: string): Words => ({ ...words, lang, dir: lang === 'ar' ? 'rtl' : 'ltr' })
const toLoader = (words: ChannelWords, lang: string) => async (): Promise<Words> => toWords(words, lang)

describeWords<Words>({
  area: {
    loaded: { en: toWords(en, 'en') },
    languages: Object.fromEntries(
      Object.entries({ ru, es, pt, de, kk, ar }).map(([lang, words]) => [lang, toLoader(words, lang)]),
    ),
  },
})
