import { refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const refusals = {
  password_wrong: [
    403,
    'Mật khẩu không đúng. Hãy nhập mật khẩu bạn dùng để đăng nhập.',
    'This is not the password. Enter the one you sign in with.',
  ],
  password_locked: [
    429,
    'Nhập sai mật khẩu quá nhiều lần nên tài khoản tạm khóa. Xin đợi 10 phút.',
    'Too many wrong passwords: the account is locked. Please wait 10 minutes.',
  ],
  second_factor_missing: [
    403,
    'Tài khoản chưa có xác thực hai lớp. Thiết lập mất khoảng 30 giây.',
    'The account has no second factor yet. Setting it up takes about 30 seconds.',
  ],
  second_factor_there: [
    409,
    'Tài khoản đã có xác thực hai lớp; hãy tắt trước khi thiết lập lại.',
    'The account has a second factor already; end it before setting up another.',
  ],
  second_factor_refused: [
    403,
    'Mã xác thực không đúng. Hãy nhập mã đang hiện trong ứng dụng.',
    'This is not the code. Enter the one your app shows now.',
  ],
  second_factor_used: [
    403,
    'Mã này đã được dùng. Xin đợi ứng dụng hiện mã mới, tối đa 30 giây.',
    'This code has been used. Please wait for the next one, at most 30 seconds.',
  ],
  second_factor_locked: [
    429,
    'Nhập sai quá nhiều lần. Xin đợi 5 phút, hoặc dùng mã khôi phục.',
    'Too many wrong codes. Please wait 5 minutes, or use a recovery code.',
  ],
} as const satisfies Record<string, Refusal>

/** Why a second factor was not taken. */
export type SecondFactorCode = keyof typeof refusals

/** A refusal of the second factor, in both languages. */
export const secondFactorError = refusalsOf(refusals)
