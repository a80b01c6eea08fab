import { languages } from '../words/languages.ts'
import { useSpeech } from '../words/speech.ts'

/** Axes that begin where the language begins: in Arabic, time goes from right to left. */
export function useChartDirection(): { xAxis: { reversed: boolean }; yAxis: { orientation: 'left' | 'right' } } {
  const isRtl = useSpeech(({ language }) => languages[language].dir === 'rtl')
  return { xAxis: { reversed: isRtl }, yAxis: { orientation: isRtl ? 'right' : 'left' } }
}
