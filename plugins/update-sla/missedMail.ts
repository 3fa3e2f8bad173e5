import type { Mail } from '#kit/mail/queueMail.ts'
import type { UpdateWindow } from './options.ts'
import type { Missed } from './store.ts'

/** A window that some sites missed. */
export type MissedWindow = { window: UpdateWindow; day: string; sites: Missed[] }

/**
 * The mail to operations about windows that were missed: one window, or after a downtime all of them in one digest.
 * Vietnamese first; the fact, the action, the table.
 */
export const missedMail = (options: {
  key: string
  to: readonly string[]
  missed: readonly MissedWindow[]
  publicUrl: string
}): Mail => {
  const { missed, publicUrl } = options
  const count = new Set(missed.flatMap((one) => one.sites.map((site) => site.site))).size
  const first = missed[0]
  const what =
    missed.length === 1 && first
      ? `${first.sites.length === 1 ? first.sites[0]?.name : `${count} trang`}: thiếu cập nhật ${lower(first.window.label.vi)} ${dayMonth(first.day)}`
      : `${count} trang: thiếu cập nhật trong ${missed.length} khung giờ`
  const link = `${publicUrl}/admin`
  const lines = missed.flatMap((one) => [
    '',
    `${one.window.label.vi}, ${fullDay(one.day)}, ${one.window.from}–${one.window.to} (${one.window.clause})`,
    ...one.sites.map(
      (site) =>
        `- ${site.name} (${site.site}): lần cập nhật gần nhất ${site.lastReleasedAt ?? 'chưa có'}`,
    ),
  ])
  const english = missed.map(
    (one) =>
      `${one.window.label.en}, ${one.day}, ${one.window.from}–${one.window.to}: ${one.sites.length} site(s) without an update.`,
  )
  const text = [
    `${what}.`,
    `Việc cần làm: liên hệ Ban Biên tập của trang để cập nhật và ghi nguyên nhân: ${link}`,
    ...lines,
    '',
    'In English:',
    ...english,
    '',
    '-- ',
    'Cổ Loa, hệ thống xuất bản của Cổng thông tin điện tử. Thư tự động; đổi người nhận ở tài khoản “Đơn vị vận hành”.',
  ].join('\n')
  return {
    key: options.key,
    to: options.to,
    subject: `[Quá hạn] ${what}`,
    text,
    html: html({ what, link, missed, english }),
  }
}

const html = (parts: {
  what: string
  link: string
  missed: readonly MissedWindow[]
  english: string[]
}): string => `<!doctype html>
<html lang="vi"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328">
<p><strong>${escape(parts.what)}.</strong></p>
<p>Việc cần làm: liên hệ Ban Biên tập của trang để cập nhật và ghi nguyên nhân. <a href="${escape(parts.link)}">Mở bảng theo dõi</a></p>
${parts.missed
  .map(
    (
      one,
    ) => `<p>${escape(one.window.label.vi)}, ${escape(fullDay(one.day))}, ${one.window.from}–${one.window.to} (${escape(one.window.clause)})</p>
<table border="1" cellpadding="6" style="border-collapse:collapse"><tr><th align="left">Trang</th><th align="left">Lần cập nhật gần nhất</th></tr>
${one.sites.map((site) => `<tr><td>${escape(site.name)}</td><td>${escape(site.lastReleasedAt ?? 'chưa có')}</td></tr>`).join('\n')}
</table>`,
  )
  .join('\n')}
<p lang="en">${parts.english.map(escape).join('<br>')}</p>
<p style="color:#57606A">Cổ Loa, hệ thống xuất bản của Cổng thông tin điện tử. Thư tự động.</p>
</body></html>`

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const dayMonth = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}`
const fullDay = (day: string) => `ngày ${dayMonth(day)}/${day.slice(0, 4)}`
const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )
