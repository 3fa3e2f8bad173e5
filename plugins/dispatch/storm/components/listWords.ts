const vi = {
  listIntro: 'Các lượt phát, mới nhất ở trên, và bản tin đã tới đâu.',
  listEmpty: 'Chưa có lượt phát nào.',
  listEmptyHint:
    'Khi một bản tin được duyệt hoặc phát khẩn, các thiết bị trong địa bàn sẽ hiện ở đây.',
  kind: 'Loại',
  kindAll: 'Mọi loại',
  filter: 'Lọc',
  clearFilter: 'Bỏ lọc',
  emergency: 'Khẩn cấp',
}

/** Texts of the list of dispatches. */
export type ListWords = typeof vi

const en: ListWords = {
  listIntro: 'What was sent, newest first, and how far it has come.',
  listEmpty: 'Nothing has been sent yet.',
  listEmptyHint:
    'When a bulletin is approved or issued as an emergency, the devices of its areas appear here.',
  kind: 'Kind',
  kindAll: 'All kinds',
  filter: 'Filter',
  clearFilter: 'Clear',
  emergency: 'Emergency',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const listWords = (language: string): ListWords => (language === 'en' ? en : vi)
