import type { PayloadRequest } from 'payload'
import type { StatisticsRow } from './readStatistics.ts'
import type { Dimension } from './statisticsQuery.ts'
import { statisticsWordsOf } from './statisticsWords.ts'

/** What a row is called in the person's language. */
export const rowName = (
  req: PayloadRequest,
  by: Dimension,
  { key, name }: Pick<StatisticsRow, 'key' | 'name'>,
): string => {
  const words = statisticsWordsOf(req.i18n.language)
  if (name) return name
  if (by === 'month') return `${key.slice(5)}/${key.slice(0, 4)}`
  if (by === 'topic') return key === '' ? words.noTopic : topicName(req, key)
  const word = `${by}_${key}`
  return word in words ? words[word as keyof typeof words] : key
}

/** As the form of a bulletin offers it. */
const topicName = (req: PayloadRequest, code: string): string => {
  const { flattenedFields } = req.payload.collections.bulletins.config
  const field = flattenedFields.find(({ name }) => name === 'topic')
  const options = field?.type === 'select' ? field.options : []
  const found = options.find((one) => typeof one === 'object' && one.value === code)
  const label = typeof found === 'object' ? found.label : code
  if (typeof label !== 'object') return String(label)
  return (label as Record<string, string>)[req.i18n.language] ?? code
}
