const vi = {
  confirm: 'Đồng ý',
  cancel: 'Thôi',
  working: 'Đang ghi…',
  failed: 'Chưa ghi được; những gì đã nhập vẫn còn. Xin thử lại.',
  offline: 'Không kết nối được với máy chủ; những gì đã nhập vẫn còn.',
}

/** What every form says. */
export type FormWords = typeof vi

const en: FormWords = {
  confirm: 'Yes',
  cancel: 'Cancel',
  working: 'Saving…',
  failed: 'This did not work; what you typed is still here. Please try again.',
  offline: 'The server cannot be reached; what you typed is still here.',
}

/** The words of forms in the language of the admin; Vietnamese unless it is English. */
export const formWordsOf = (language: string): FormWords => (language === 'en' ? en : vi)
