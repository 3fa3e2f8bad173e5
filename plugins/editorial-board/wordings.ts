import type { Label } from '#kit/label.ts'

/** Acts for which ready wordings are offered. */
export type WordedAct = 'return' | 'refuse' | 'correct' | 'withdraw' | 'cancel' | 'hold' | 'lift'

/** Sentences that are offered for an act and then made to fit; dots stand where something is to be filled in. */
export type Wordings = Readonly<Record<WordedAct, readonly Label[]>>

/** Ready wordings of every installation; a city passes its own instead. */
export const wordings: Wordings = {
  return: [
    {
      vi: 'Đề nghị ghi rõ nguồn của số liệu … và tên cơ quan cung cấp.',
      en: 'Please name the source of the figures … and the body that supplied them.',
    },
    {
      vi: 'Đề nghị kiểm tra lại ngày, giờ, địa điểm: …',
      en: 'Please check the date, time and place again: …',
    },
    {
      vi: 'Đề nghị bổ sung số, ký hiệu và ngày ban hành của văn bản được nhắc tới.',
      en: 'Please add number and date of the document that is referred to.',
    },
    {
      vi: 'Ảnh chưa rõ nguồn hoặc thiếu chú thích; đề nghị bổ sung tác giả và mô tả ảnh.',
      en: 'The picture lacks its source or caption; please add author and description.',
    },
    {
      vi: 'Đề nghị bỏ thông tin cá nhân không cần thiết: …',
      en: 'Please take out personal data that are not needed: …',
    },
    {
      vi: 'Đề nghị viết gọn, dễ hiểu hơn ở đoạn: …',
      en: 'Please put this passage more simply: …',
    },
  ],
  refuse: [
    {
      vi: 'Nội dung chưa phù hợp để đăng trên Cổng vì: … Có thể trình lại sau khi …',
      en: 'This cannot be published on the portal because … It can be submitted again after …',
    },
    {
      vi: 'Thông tin về … không đúng với văn bản của cơ quan có thẩm quyền (số …, ngày …).',
      en: 'What is said about … differs from the document of the competent body (no. …, of …).',
    },
    {
      vi: 'Không xác định được nguồn của thông tin; cơ quan được nhắc tới chưa xác nhận.',
      en: 'The origin cannot be established; the body that is named has not confirmed it.',
    },
    {
      vi: 'Nội dung thuộc diện chỉ phổ biến hẹp theo … nên không công khai.',
      en: 'This is for restricted circulation under … and is not made public.',
    },
  ],
  correct: [
    {
      vi: 'Bản đăng trước ghi “…”; nay đính chính là “…”.',
      en: 'An earlier version said “…”; the correct wording is “…”.',
    },
    {
      vi: 'Số liệu về … đã được sửa theo thông tin của …',
      en: 'The figures on … were corrected as told by …',
    },
    {
      vi: 'Đã sửa tên riêng, chức danh của … Ban Biên tập xin lỗi bạn đọc.',
      en: 'The name and title of … were corrected. We apologise to our readers.',
    },
  ],
  withdraw: [
    {
      vi: 'Thông tin về … chưa chính xác; nội dung đúng sẽ được đăng lại sau khi kiểm tra.',
      en: 'What was said about … is not accurate; the right version follows once checked.',
    },
    {
      vi: 'Thông tin đã hết thời hạn công khai.',
      en: 'The time for which this was to be public is over.',
    },
    {
      vi: 'Gỡ theo yêu cầu của … tại văn bản số … ngày …',
      en: 'Withdrawn at the request of … (document no. … of …).',
    },
    {
      vi: 'Gỡ để bảo vệ thông tin cá nhân của người được nhắc tới.',
      en: 'Withdrawn to protect the personal data of somebody who is named.',
    },
  ],
  cancel: [
    {
      vi: 'Hoãn đăng để cập nhật thông tin mới về …',
      en: 'Put off so that news about … can be taken in.',
    },
    { vi: 'Sự kiện đã thay đổi thời gian.', en: 'The event was moved.' },
  ],
  hold: [
    {
      vi: 'Tạm dừng công bố theo yêu cầu của … để xác minh.',
      en: 'Publication is held at the request of … for verification.',
    },
    {
      vi: 'Nội dung liên quan đến vụ việc đang được giải quyết tại …',
      en: 'This concerns a matter that is pending before …',
    },
  ],
  lift: [
    {
      vi: 'Đã có kết quả xác minh của … (văn bản số … ngày …).',
      en: 'The verification by … is there (document no. … of …).',
    },
  ],
}

/** The wordings of each act in one language. */
export const wordingsIn = (given: Wordings, language: string): Record<WordedAct, string[]> => {
  const said = (act: WordedAct) => given[act].map((one) => (language === 'en' ? one.en : one.vi))
  return {
    return: said('return'),
    refuse: said('refuse'),
    correct: said('correct'),
    withdraw: said('withdraw'),
    cancel: said('cancel'),
    hold: said('hold'),
    lift: said('lift'),
  }
}
