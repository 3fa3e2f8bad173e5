const vi = {
  import: 'Nhập danh sách thiết bị',
  importIntro:
    'Tải tệp mẫu, điền mỗi thiết bị một dòng, rồi kiểm tra trước khi ghi. Thiết bị đã có (theo mã) được cập nhật.',
  importTemplate: 'Tải tệp mẫu (.xlsx)',
  importFile: 'Tệp Excel (.xlsx) hoặc CSV, tối đa 5.000 dòng',
  importCheck: 'Kiểm tra, chưa ghi',
  importWrite: 'Ghi {n} thiết bị',
  importChecking: 'Đang kiểm tra…',
  importWriting: 'Đang ghi…',
  importNoFile: 'Xin chọn tệp trước.',
  importSums: '{rows} dòng: {created} thiết bị mới, {changed} thay đổi, {unchanged} giữ nguyên.',
  importRetest:
    '{n} thiết bị đang dùng sẽ trở về Đã đăng ký vì thay đổi kênh, địa chỉ, hãng, kiểu máy hoặc cổng, và phải kiểm thử lại: {codes}',
  importDry: 'Chưa ghi gì.',
  importDone: 'Đã ghi.',
  importErrors: '{n} lỗi. Chưa ghi gì; sửa tệp rồi tải lên lại.',
  importErrorsShown: 'Hiện {n} lỗi đầu.',
  importErrorFile: 'Tải danh sách lỗi (CSV)',
  line: 'Dòng',
  column: 'Cột',
  value: 'Giá trị',
  error: 'Lỗi',
}

/** Texts of the page that takes in a list of devices. */
export type ImportWords = typeof vi

const en: ImportWords = {
  import: 'Take in a list of devices',
  importIntro:
    'Download the template, fill in a line for each device, and check it before anything is stored. Known devices (by code) are changed.',
  importTemplate: 'Download the template (.xlsx)',
  importFile: 'Excel (.xlsx) or CSV, at most 5,000 lines',
  importCheck: 'Check, store nothing',
  importWrite: 'Store {n} {n?device:devices}',
  importChecking: 'Checking…',
  importWriting: 'Storing…',
  importNoFile: 'Please choose a file first.',
  importSums: '{rows} lines: {created} new devices, {changed} changed, {unchanged} as they were.',
  importRetest:
    '{n} {n?device:devices} in use {n?goes:go} back to Registered because channel, address, make, model or gateway changes, and must be tested again: {codes}',
  importDry: 'Nothing was stored.',
  importDone: 'Stored.',
  importErrors: '{n} {n?error:errors}. Nothing was stored; correct the file and upload it again.',
  importErrorsShown: 'The first {n} are shown.',
  importErrorFile: 'Download the errors (CSV)',
  line: 'Line',
  column: 'Column',
  value: 'Value',
  error: 'Error',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const importWords = (language: string): ImportWords => (language === 'en' ? en : vi)
