import { foldVietnamese } from '#domain/text/foldVietnamese.ts'

/** The columns of a list of devices, in the order of the template: field, heading, English heading, an example. */
export const columns = [
  ['code', 'Mã thiết bị', 'Code', 'HN-00004-LOA-01'],
  ['name', 'Tên', 'Name', 'Cụm loa số 1, phường Ba Đình'],
  ['deviceClass', 'Loại', 'Class', 'Cụm loa'],
  ['unit', 'Mã xã, phường', 'Commune code', '00004'],
  ['channel', 'Kênh', 'Channel', 'MQTT'],
  ['address', 'Địa chỉ', 'Address', ''],
  ['make', 'Hãng sản xuất', 'Make', 'Sao Mai'],
  ['model', 'Kiểu máy', 'Model', 'SM-200'],
  ['gateway', 'Cổng kết nối', 'Gateway', ''],
  ['groups', 'Nhóm', 'Groups', 'noi-thanh'],
  ['forms', 'Hình thức nhận được', 'Forms', 'text; audio'],
  ['speaksText', 'Tự đọc được văn bản', 'Speaks text', 'không'],
  ['maxMegabytes', 'Tệp lớn nhất (MB)', 'Largest file (MB)', '20'],
  ['latitude', 'Vĩ độ', 'Latitude', '21.0385'],
  ['longitude', 'Kinh độ', 'Longitude', '105.8381'],
  ['screenWidth', 'Màn hình rộng (điểm)', 'Screen width (px)', ''],
  ['screenHeight', 'Màn hình cao (điểm)', 'Screen height (px)', ''],
] as const satisfies readonly (readonly [string, string, string, string])[]

/** A field of a list of devices. */
export type Column = (typeof columns)[number][0]

/** Without these a line is no device. */
export const required = ['code', 'name', 'deviceClass', 'unit', 'channel'] as const

/** The heading of a column in the person's language. */
export const headingOf = (column: Column, language: string): string => {
  const known = columns.find(([name]) => name === column)
  return known ? known[language === 'en' ? 2 : 1] : column
}

/** The column a heading means, in either language or as the field is called; undefined for others, which are left alone. */
export const columnOf = (heading: unknown): Column | undefined => {
  if (typeof heading !== 'string') return undefined
  const asked = plain(heading)
  return columns.find(([name, vi, en]) => [name, vi, en].some((one) => plain(one) === asked))?.[0]
}

/** Letters and digits only, so that "Mã thiết bị *" is found too. */
export const plain = (text: string): string => foldVietnamese(text).replaceAll(/[^a-z0-9]/g, '')
