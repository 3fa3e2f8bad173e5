import { label } from '#kit/label.ts'

/** What may be wrong with a cell. */
export const rowTexts = {
  missing: label('Thiếu, phải có.', 'Missing; it must be there.'),
  twice: label(
    'Mã này đã có ở dòng {row}. Mỗi thiết bị một dòng.',
    'This code stands in line {row} already. One line a device.',
  ),
  long: label('Dài quá {most} ký tự.', 'Longer than {most} characters.'),
  code: label(
    'Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới.',
    'A code has letters without marks, digits, dots, dashes and underscores only.',
  ),
  choice: label(
    'Không có giá trị này. Nhận: {choices}.',
    'Not a known value. It takes: {choices}.',
  ),
  unit: label(
    'Không có xã, phường nào mang mã này. Dùng mã 5 chữ số của danh mục đơn vị hành chính.',
    'No commune has this code. Use the five digits of the official list.',
  ),
  unknown: label('Không có "{name}".', 'There is no "{name}".'),
  number: label('Phải là số từ {min} đến {max}.', 'It must be a number from {min} to {max}.'),
  yesNo: label('Ghi "có" hoặc "không".', 'Write "yes" or "no".'),
  address: label(
    'Địa chỉ phải bắt đầu bằng http:// hoặc https://.',
    'The address must begin with http:// or https://.',
  ),
  station: label(
    'Địa chỉ phải có dạng liquidsoap://máy:1234.',
    'The address must be of the form liquidsoap://host:1234.',
  ),
  addressMissing: label(
    'Kênh này cần địa chỉ của thiết bị.',
    'This channel needs the address of the device.',
  ),
}
