import { languages } from '../words/languages.ts'
import { useSpeech } from '../words/speech.ts'

/** The sides of a chart. */
export interface ChartDirection {
  xAxis: { reversed: boolean }
  yAxis: { orientation: 'left' | 'right' }
  legendAlign: 'left' | 'right'
}

/** Sides that begin where the language begins: in Arabic, time goes from right to left. */
export function useChartDirection(): ChartDirection {
  const isRtl = useSpeech(({ language }) => languages[language].dir === 'rtl')
  const start = isRtl ? 'right' : 'left'
  return { xAxis: { reversed: isRtl }, yAxis: { orientation: start }, legendAlign: start }
}
