const vi = {
  title: 'Xác thực hai lớp',
  intro:
    'Khi phát bản tin khẩn cấp, hệ thống hỏi thêm một mã sáu chữ số trên điện thoại của bạn. Thiết lập một lần, khoảng 30 giây.',
  isOn: 'Đã bật. Còn {left} mã khôi phục chưa dùng.',
  isOff: 'Chưa thiết lập.',
  password: 'Mật khẩu đăng nhập',
  passwordHint: 'Hỏi lại để chắc rằng chính bạn đang thiết lập.',
  begin: 'Thiết lập ngay',
  step1:
    'Bước 1. Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, FreeOTP hoặc tương tự) và quét mã này.',
  qrLabel: 'Mã QR của khóa xác thực',
  secretLabel: 'Không quét được? Nhập khóa này vào ứng dụng:',
  step2: 'Bước 2. Nhập mã sáu chữ số ứng dụng đang hiện.',
  code: 'Mã xác thực',
  confirm: 'Bật xác thực hai lớp',
  doneTitle: 'Đã bật. Hãy cất các mã khôi phục này',
  doneText:
    'Mỗi mã thay cho điện thoại một lần khi bạn mất máy. Chúng chỉ hiện lần này: in ra hoặc chép lại và cất nơi an toàn.',
  print: 'In',
  goOn: 'Tiếp tục',
  end: 'Tắt xác thực hai lớp',
  endEffect: 'Sau khi tắt, bạn không phát được bản tin khẩn cấp cho tới khi thiết lập lại.',
  ended: 'Đã tắt xác thực hai lớp.',
  endOf: 'Gỡ xác thực hai lớp của người này',
  endOfEffect:
    'Dùng khi người này mất điện thoại và các mã khôi phục. Việc gỡ được ghi lại; người này phải thiết lập lại trước khi phát khẩn.',
  failed: 'Chưa thực hiện được. Xin thử lại.',
  offline: 'Không kết nối được với máy chủ.',
  manage: 'Thiết lập hoặc tắt',
}

/** Texts of the second factor. */
export type SecondFactorWords = typeof vi

const en: SecondFactorWords = {
  title: 'Second factor',
  intro:
    'When you release an emergency bulletin you are asked for a six-digit code from your phone. It is set up once, in about 30 seconds.',
  isOn: 'In force. {left} recovery codes are unused.',
  isOff: 'Not set up.',
  password: 'Your password',
  passwordHint: 'Asked again to be sure that it is you.',
  begin: 'Set it up now',
  step1:
    'Step 1. Open an authenticator app on your phone (Google Authenticator, Microsoft Authenticator, FreeOTP or the like) and scan this.',
  qrLabel: 'QR code of the secret',
  secretLabel: 'You cannot scan? Enter this key in the app:',
  step2: 'Step 2. Enter the six digits the app shows now.',
  code: 'Code',
  confirm: 'Put it in force',
  doneTitle: 'In force. Keep these recovery codes',
  doneText:
    'Each replaces your phone once if you lose it. They are shown this once: print or copy them and keep them safe.',
  print: 'Print',
  goOn: 'Go on',
  end: 'End the second factor',
  endEffect: 'Without it you cannot release emergencies until you set it up again.',
  ended: 'The second factor has been ended.',
  endOf: 'End the second factor of this person',
  endOfEffect:
    'For somebody who has lost the phone and the recovery codes. It is recorded; the person sets it up again before releasing an emergency.',
  failed: 'This did not work. Please try again.',
  offline: 'The server cannot be reached.',
  manage: 'Set up or end',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const secondFactorWords = (language: string): SecondFactorWords =>
  language === 'en' ? en : vi
