import { citation } from './citation.ts'

type Said = { clause: string; label: { vi: string; en: string } }

/** A reason of a legal list in words, with the law it rests on: "Thông tin sai sự thật (điểm c khoản 3 Điều 14 Quy chế …)". */
export const reasonText = (reason: Said, language: string, cite = citation): string =>
  `${language === 'en' ? reason.label.en : reason.label.vi} (${cite(reason.clause, language)})`

/** The same in both languages. */
export const reasonLabel = (reason: Said): Said['label'] => ({
  vi: reasonText(reason, 'vi'),
  en: reasonText(reason, 'en'),
})
