const vi = {
  title: 'Tiếp nhận xử lý',
  lead: 'Bấm nút dưới đây để cho mọi người biết bạn đang xử lý. Các bước nhắc sau của việc này sẽ không gửi nữa, trừ bước luôn phải gửi.',
  button: 'Tôi tiếp nhận xử lý',
  done: 'Đã tiếp nhận xử lý',
  doneText: 'Các bước nhắc sau của việc này không gửi nữa, trừ bước luôn phải gửi.',
  by: '{by} tiếp nhận lúc {at}',
  owner: 'Đơn vị',
  what: 'Việc',
  due: 'Hạn',
  standing: 'Tình trạng',
  over: 'Việc này đã xong, không còn gì phải tiếp nhận.',
  badTitle: 'Liên kết không dùng được',
  bad: 'Liên kết này không đúng hoặc đã hết hạn. Mở trang Thời hạn trong phần quản trị để tiếp nhận.',
  open: 'Mở trang Thời hạn',
}

/** Texts of the page on which a matter is taken on. */
export type AcknowledgeWords = typeof vi

const en: AcknowledgeWords = {
  title: 'Take it on',
  lead: 'Press the button to let everybody know that you are dealing with it. Later reminders of it are not sent, except those that always are.',
  button: 'I take it on',
  done: 'Taken on',
  doneText: 'Later reminders of it are not sent, except those that always are.',
  by: '{by} took it on at {at}',
  owner: 'Unit',
  what: 'What',
  due: 'Due',
  standing: 'State',
  over: 'It is done; there is nothing left to take on.',
  badTitle: 'This link does not work',
  bad: 'The link is wrong or has expired. Open the page Deadlines in the admin to take the matter on.',
  open: 'Open the page Deadlines',
}

/** In the language of the reader. */
export const acknowledgeWords = (language: 'vi' | 'en'): AcknowledgeWords =>
  language === 'en' ? en : vi
