import type { State, StoredItem } from './store.ts'

/** The page of an address: the list, one item, or 410 with the reason for what was withdrawn. */
export const renderPage = (path: string, state: State): { status: number; html: string } => {
  if (path === '/') {
    const shown = Object.entries(state.items).filter(([, item]) => !item.isWithdrawn && item.title)
    shown.sort(([, a], [, b]) => b.seq - a.seq)
    const lines = shown.map(
      ([key, item]) => `<li><a href="/${key}">${escape(item.title)}</a> ${source(item)}</li>`,
    )
    return page(200, 'Tin từ cổng thành phố', `<ul>${lines.join('')}</ul>`)
  }
  const item = state.items[path.slice(1)]
  if (!item) return page(404, 'Không tìm thấy', '')
  if (item.isWithdrawn) {
    const reason = escape(item.explanation ?? item.reasonCode)
    return page(410, 'Nội dung đã được gỡ', `<p>${reason}</p>`)
  }
  const mark = item.isCorrection ? '<p>Đã đính chính.</p>' : ''
  const original = item.url ? `<p><a href="${escape(item.url)}">Bài gốc</a></p>` : ''
  return page(200, item.title ?? '', `${mark}<p>${source(item)}</p>${original}`)
}

/** Author, source agency and first publication go with the item wherever it is shown (P-15.2a). */
const source = (item: StoredItem) =>
  `<small>${[item.author, item.sourceAgency, item.firstPublishedAt].filter(Boolean).map(escape).join(' · ')}</small>`

const page = (status: number, title: string, content: string) => ({
  status,
  html: `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escape(title)}</title><h1>${escape(title)}</h1>${content}</html>`,
})

const escape = (text: string | null): string =>
  (text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
