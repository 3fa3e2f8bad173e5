import { refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const texts = {
  bad_input: [
    400,
    'Có thông tin thiếu hoặc không đúng mẫu.',
    'Something is missing or not of the expected form.',
  ],
  device_missing: [404, 'Không có thiết bị này.', 'There is no such device.'],
  not_a_board: [
    409,
    'Chỉ bảng tin là trang trong trình duyệt mới nối bằng mã một lần.',
    'Only a board that is a page in a browser is connected by a one-time code.',
  ],
  enrol_refused: [
    401,
    'Mã không đúng, đã dùng hoặc đã hết hạn. Xin người quản trị tạo mã mới.',
    'The code is wrong, was used or holds no more. Please have a new one made.',
  ],
  enrol_too_often: [
    429,
    'Thử quá nhiều lần. Xin đợi một phút.',
    'Too many tries. Please wait for a minute.',
  ],
  device_retired: [
    409,
    'Thiết bị đã thu hồi. Muốn dùng lại, hãy đăng ký thành thiết bị mới.',
    'The device is retired. To use it again, register it as a new one.',
  ],
  device_not_checked: [
    409,
    'Chưa thể đưa thiết bị vào hoạt động: cần kiểm thử kết nối đạt và đánh giá an toàn thông tin đạt cho thiết bị như hiện nay (Điều 6, Điều 8 quy chế Thành phố).',
    'The device cannot be active yet: as it is now it needs a passed connection test and a passed security check.',
  ],
  device_test_missing: [
    409,
    'Chưa thể đưa vào hoạt động: thiếu kiểm thử kết nối đạt cho thiết bị như hiện nay.',
    'Not yet: a passed connection test of the device as it is now is missing.',
  ],
  device_check_missing: [
    409,
    'Chưa thể đưa vào hoạt động: thiếu đánh giá an toàn thông tin đạt cho thiết bị như hiện nay.',
    'Not yet: a passed security check of the device as it is now is missing.',
  ],
  device_wrong_state: [
    409,
    'Ở trạng thái hiện nay không làm được việc này. Xin tải lại trang.',
    'This cannot be done in the present state. Please load the page anew.',
  ],
  test_running: [
    409,
    'Thiết bị đang được kiểm thử. Xin đợi lượt này xong.',
    'The device is being tested. Please wait until that is over.',
  ],
  test_missing: [404, 'Không có lượt kiểm thử này.', 'There is no such test.'],
  key_missing: [404, 'Không có khóa này.', 'There is no such key.'],
  key_revoked: [409, 'Khóa đã bị thu hồi.', 'The key is revoked.'],
  key_known: [
    409,
    'Khóa công khai này đã ghi cho một thiết bị. Mỗi thiết bị có khóa riêng.',
    'This public key is entered for a device already. Each device has a key of its own.',
  ],
  key_not_ed25519: [
    400,
    'Không phải khóa công khai Ed25519. Cần 32 byte dạng base64, hoặc tệp PEM bắt đầu bằng "BEGIN PUBLIC KEY".',
    'This is not an Ed25519 public key. It takes 32 bytes in base64, or PEM that begins with "BEGIN PUBLIC KEY".',
  ],
  key_is_private: [
    400,
    'Đây là khóa riêng. Khóa riêng ở lại thiết bị; chỉ ghi khóa công khai vào đây. Hãy thay cặp khóa này.',
    'This is a private key. It stays with the device; only the public key belongs here. Please replace this pair.',
  ],
  file_unreadable: [
    400,
    'Không đọc được tệp. Cần tệp Excel (.xlsx) hoặc CSV; tệp .xls cũ xin lưu lại thành .xlsx.',
    'The file cannot be read. It takes Excel (.xlsx) or CSV; please save an old .xls as .xlsx.',
  ],
  file_encoding: [
    400,
    'Tệp CSV dùng bảng mã không nhận ra nên chữ Việt sẽ sai. Trong Excel, chọn Lưu dưới dạng "CSV UTF-8" hoặc .xlsx.',
    'The encoding of the CSV file is not known, Vietnamese letters would come out wrong. In Excel choose "CSV UTF-8" or .xlsx.',
  ],
  file_empty: [
    400,
    'Tệp không có dòng thiết bị nào dưới dòng tiêu đề.',
    'The file has no device below its heading.',
  ],
  file_columns: [
    400,
    'Dòng đầu thiếu cột bắt buộc. Xin tải tệp mẫu về và giữ nguyên tên cột.',
    'The first line lacks required columns. Please download the template and keep its headings.',
  ],
  file_too_large: [
    413,
    'Tệp quá lớn: mỗi lần tối đa 5.000 thiết bị và 10 MB. Xin chia ra.',
    'The file is too large: at most 5,000 devices and 10 MB at a time. Please split it.',
  ],
  import_has_errors: [
    422,
    'Tệp còn lỗi nên chưa ghi gì. Xin sửa các dòng đã nêu rồi tải lên lại.',
    'The file has errors and nothing was stored. Please correct the lines and upload it again.',
  ],
} as const satisfies Record<string, Refusal>

/** The refusals of the device registry. */
export type RegistryErrorCode = keyof typeof texts

/**
 * A refusal of the device registry, by its code.
 *
 * @param details what a program may want besides, e.g. `{ fields: [{ field: 'address' }] }`
 */
export const registryError = refusalsOf(texts)
