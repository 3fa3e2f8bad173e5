import { pbkdf2, randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Random } from './random.ts'

/** A person who can sign in to the demo. */
export type Login = {
  role: string
  email: string
  password: string
  fullName: string
  tryThis: string
  /** Of who issues emergencies: the key for an authenticator app, and codes that each replace it once. */
  secondFactor?: { secret: string; recoveryCodes: string[] }
}

/** Who they are: key, city-wide role, board role, unit level, what to try. */
export const loginRoles = [
  [
    'quan-tri',
    'Quản trị hệ thống',
    'systemAdmin',
    undefined,
    undefined,
    'Ghi một việc bổ nhiệm ở mục Ban Biên tập; người quản trị thứ hai sẽ xác nhận.',
  ],
  [
    'truong-ban',
    'Trưởng Ban Biên tập Cổng Thành phố',
    undefined,
    'head',
    'ha-noi',
    'Duyệt một bài đang chờ ở bàn biên tập.',
  ],
  [
    'pho-ban',
    'Phó Trưởng Ban Biên tập Cổng Thành phố',
    undefined,
    'deputy',
    'ha-noi',
    'Duyệt một bài thay Trưởng Ban theo uỷ quyền, hoặc trả lại để làm rõ.',
  ],
  [
    'thanh-vien',
    'Thành viên Ban Biên tập Cổng Thành phố',
    undefined,
    'member',
    'ha-noi',
    'Đọc bài chờ duyệt và góp ý.',
  ],
  [
    'bien-tap',
    'Biên tập viên Cổng Thành phố',
    undefined,
    'editor',
    'ha-noi',
    'Sửa một bản nháp rồi trình duyệt.',
  ],
  [
    'cong-tac-vien',
    'Cộng tác viên Cổng Thành phố',
    undefined,
    'collaborator',
    'ha-noi',
    'Viết một bài mới và trình duyệt.',
  ],
  [
    'truong-ban-phuong',
    'Trưởng Ban Biên tập phường Ba Đình',
    undefined,
    'head',
    'phuong-ba-dinh',
    'Duyệt bài của phường.',
  ],
  [
    'bien-tap-phuong',
    'Biên tập viên phường Ba Đình',
    undefined,
    'editor',
    'phuong-ba-dinh',
    'Viết tin của phường.',
  ],
  [
    'van-hanh-co-so',
    'Vận hành đài truyền thanh phường Ba Đình',
    'communeOperator',
    undefined,
    'phuong-ba-dinh',
    'Quyết định hai bản tin ưu tiên trùng giờ ở hộp bản tin, rồi xếp lịch phát của phường.',
  ],
  [
    'van-hanh',
    'Đơn vị vận hành',
    'operator',
    undefined,
    'ha-noi',
    'Xem danh sách thiết bị và lần gửi.',
  ],
  [
    'kiem-tra',
    'Kiểm tra, giám sát',
    'auditor',
    undefined,
    'ha-noi',
    'Đọc bài, phiên bản và quyết định.',
  ],
  [
    'truong-ban-y-te',
    'Trưởng Ban Biên tập Sở Y tế',
    undefined,
    'head',
    'y-te',
    'Duyệt bài của Sở.',
  ],
  [
    'quan-tri-2',
    'Quản trị hệ thống (người thứ hai)',
    'systemAdmin',
    undefined,
    undefined,
    'Xác nhận hoặc không xác nhận việc bổ nhiệm mà quản trị thứ nhất đã ghi.',
  ],
  [
    'truc-ban',
    'Trực ban phát bản tin khẩn cấp',
    undefined,
    'member',
    'ha-noi',
    'Phát một bản tin diễn tập ở trang Phát khẩn cấp; mã xác thực ở secondFactor của tệp này.',
  ],
] as const

/** A password of the demo, strong by S-9.2.3. */
export const generatePassword = (): string => `Loa-${randomBytes(9).toString('base64url')}-${7}a`

/** The salt and hash Payload checks a password against. */
export const hashPassword = async (password: string): Promise<{ salt: string; hash: string }> => {
  const salt = randomBytes(32).toString('hex')
  const hash = await promisify(pbkdf2)(password, salt, 25_000, 512, 'sha256')
  return { salt, hash: hash.toString('hex') }
}

/** Writes the log-ins where only this account reads them. */
export const writeLogins = async (dataDir: string, logins: readonly Login[]): Promise<string> => {
  await mkdir(dataDir, { recursive: true })
  const file = path.join(dataDir, 'demo-logins.json')
  await writeFile(`${file}.new`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return file
}

/** A start of a term of office. */
export const termOf = (random: Random): { startsOn: string; document: string } => ({
  startsOn: '2025-07-01',
  document: `${random.whole(100, 990)}/QĐ-UBND`,
})
