import { readRuntimeEnv } from '#kit/runtimeEnv.ts'

type Asked = { token?: string; user?: unknown }

const words = {
  vi: {
    subject: 'Đặt lại mật khẩu Cổ Loa',
    first: 'Ai đó, có lẽ là bạn, vừa xin đặt lại mật khẩu của tài khoản này.',
    act: 'Mở địa chỉ sau trong vòng một giờ để đặt mật khẩu mới:',
    otherwise: 'Nếu không phải bạn, xin bỏ qua thư này: mật khẩu vẫn như cũ.',
  },
  en: {
    subject: 'Set a new Cổ Loa password',
    first: 'Somebody, probably you, asked to set a new password for this account.',
    act: 'Open this address within an hour to set it:',
    otherwise: 'If it was not you, ignore this mail: the password stays as it is.',
  },
}

const wordsFor = (user: unknown) =>
  (user as { preferredLocale?: string } | undefined)?.preferredLocale === 'en' ? words.en : words.vi

/**
 * The mail about a forgotten password, in its reader's language. Payload's own leads to the address the request came to,
 * which is the asker's to choose, or to none.
 */
export const forgottenPasswordMail = {
  generateEmailSubject: (asked?: Asked): string => wordsFor(asked?.user).subject,
  generateEmailHTML: (asked?: Asked): string => {
    const { first, act, otherwise } = wordsFor(asked?.user)
    const address = `${readRuntimeEnv(process.env).publicUrl}/admin/reset/${asked?.token ?? ''}`
    return `<p>${first}</p>\n<p>${act}<br>\n<a href="${address}">${address}</a></p>\n<p>${otherwise}</p>`
  },
}
