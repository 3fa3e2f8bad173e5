/** What the forms of update-sla call their fields; those of an obligation by the first part of their path. */
const names: Readonly<Record<string, { vi: string; en: string }>> = {
  reason: { vi: 'lý do', en: 'reason' },
  note: { vi: 'đã làm gì', en: 'what was done' },
  lateReason: { vi: 'lý do ghi lùi', en: 'reason for dating back' },
  title: { vi: 'nội dung', en: 'what it is about' },
  at: { vi: 'lúc nào', en: 'when' },
  eventAt: { vi: 'lúc nào', en: 'when' },
  obligation: { vi: 'nghĩa vụ', en: 'obligation' },
  owner: { vi: 'đơn vị', en: 'owner' },
  from: { vi: 'giờ bắt đầu', en: 'time it begins' },
  until: { vi: 'thời điểm kết thúc', en: 'time it ends' },
  to: { vi: 'giờ kết thúc', en: 'time it ends' },
  validFrom: { vi: 'ngày bắt đầu áp dụng', en: 'first day' },
  validTo: { vi: 'ngày cuối áp dụng', en: 'last day' },
  document: { vi: 'số văn bản', en: 'document number' },
  duration: { vi: 'thời hạn', en: 'term' },
  ladder: { vi: 'các bước nhắc', en: 'reminders' },
  quietHours: { vi: 'giờ yên lặng', en: 'quiet hours' },
}

/**
 * The fields that are wrong, in the words of the forms, each once; what has no name there is left out.
 *
 * @param fields paths, such as `ladder.0.code`
 */
export const fieldNames = (fields: readonly string[]): { vi: string; en: string }[] => [
  ...new Set(fields.flatMap((field) => names[field.split('.')[0] ?? ''] ?? [])),
]
